package pdfwriter

// spaceComponents gives the number of components that the image's profile is for: 1, 3, or 0 where it has none, or one
// that cannot be used.
func (im *Image) spaceComponents() int {
	const header = 128
	if len(im.Profile) < header {
		return 0
	}
	switch string(im.Profile[16:20]) {
	case "GRAY":
		return 1
	case "RGB ":
		return 3
	}
	return 0
}

// space gives the colour space of an image with so many components: that of its profile, stored once, or else a device
// space, which the output intent makes sRGB.
func (a *assembly) space(im *Image, components int) string {
	if im.spaceComponents() == components {
		return "[/ICCBased " + string(new(object).ref(a.profile(im.Profile, components)).b) + "]"
	}
	if components == 1 {
		return "/DeviceGray"
	}
	return "/DeviceRGB"
}

// profile stores a colour profile (ISO 32000-1, 8.6.5.5).
func (a *assembly) profile(data []byte, components int) ref {
	if a.profiles == nil {
		a.profiles = map[string]ref{}
	}
	r, known := a.profiles[string(data)]
	if !known {
		r = a.alloc()
		a.profiles[string(data)] = r
		a.setStream(r, new(object).key("N").int(components), data)
	}
	return r
}
