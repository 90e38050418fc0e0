package canvas

import (
	"errors"

	"github.com/johnfercher/maroto/v2/pkg/consts/extension"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"
)

// Grid is the part of maroto's provider that every canvas shares. Rows and
// columns need nothing drawn, since our components draw their own grounds.
// maroto's stock components must not meet our canvases, whose pages are tagged
// and shaped: their methods panic.
type Grid struct{}

const stock = "canvas: maroto's stock components are not drawn here"

// CreateRow does nothing: components are given their place.
func (Grid) CreateRow(float64) {}

// CreateCol does nothing: components draw their own grounds.
func (Grid) CreateCol(_, _ float64, _ *entity.Config, _ *props.Cell) {}

// AddLine panics.
func (Grid) AddLine(*entity.Cell, *props.Line) { panic(stock) }

// AddText panics.
func (Grid) AddText(string, *entity.Cell, *props.Text) { panic(stock) }

// GetFontHeight panics.
func (Grid) GetFontHeight(*props.Font) float64 { panic(stock) }

// GetLinesQuantity panics.
func (Grid) GetLinesQuantity(string, *props.Text, float64) int { panic(stock) }

// AddMatrixCode panics.
func (Grid) AddMatrixCode(string, *entity.Cell, *props.Rect) { panic(stock) }

// AddQrCode panics.
func (Grid) AddQrCode(string, *entity.Cell, *props.Rect) { panic(stock) }

// AddBarCode panics.
func (Grid) AddBarCode(string, *entity.Cell, *props.Barcode) { panic(stock) }

// GetDimensionsByMatrixCode panics.
func (Grid) GetDimensionsByMatrixCode(string) (*entity.Dimensions, error) { panic(stock) }

// GetDimensionsByImageByte panics.
func (Grid) GetDimensionsByImageByte([]byte, extension.Type) (*entity.Dimensions, error) {
	panic(stock)
}

// GetDimensionsByImage panics.
func (Grid) GetDimensionsByImage(string) (*entity.Dimensions, error) { panic(stock) }

// GetDimensionsByQrCode panics.
func (Grid) GetDimensionsByQrCode(string) (*entity.Dimensions, error) { panic(stock) }

// AddImageFromFile panics.
func (Grid) AddImageFromFile(string, *entity.Cell, *props.Rect) { panic(stock) }

// AddImageFromBytes panics.
func (Grid) AddImageFromBytes([]byte, *entity.Cell, *props.Rect, extension.Type) { panic(stock) }

// AddBackgroundImageFromBytes panics.
func (Grid) AddBackgroundImageFromBytes([]byte, *entity.Cell, *props.Rect, extension.Type) {
	panic(stock)
}

// GenerateBytes is not how our canvases give their result.
func (Grid) GenerateBytes() ([]byte, error) { return nil, errors.ErrUnsupported }

// SetProtection panics.
func (Grid) SetProtection(*entity.Protection) { panic(stock) }

// SetCompression panics.
func (Grid) SetCompression(bool) { panic(stock) }

// SetMetadata panics.
func (Grid) SetMetadata(*entity.Metadata) { panic(stock) }
