package typeset

import "strings"

// wordSet is a list of words in lower case, separated and enclosed by spaces.
type wordSet string

// has reports whether a token is in the set, without regard to case.
func (s wordSet) has(token []rune) bool {
	const longest = 16
	if len(token) == 0 || len(token) > longest {
		return false
	}
	return strings.Contains(string(s), " "+strings.ToLower(string(token))+" ")
}

// languageRules are the words of a language that bind others.
type languageRules struct {
	beforeNumber wordSet // bound to a number that follows
	titles       wordSet // bound to a name that follows
	months       wordSet // bound to a day or year before
	function     wordSet // never counted by a number before
	short        wordSet // bound to the next word in headlines
}

const (
	units    wordSet = " % ‰ € $ £ ¥ mm cm dm m km m² km² m³ ha g kg t l ml cl dl s h min w kw mw gw kwh mwh gwh v a hz khz mhz ghz db kb mb gb tb px pt °c °f ° k eur usd gbp chf "
	currency wordSet = " € $ £ ¥ eur usd gbp chf "
)

func (l *languageRules) isUnit(word []rune) bool { return units.has(word) || l.months.has(word) }

// rulesOf returns the rules of a language; those of an unknown one are empty,
// which leaves units, initials and words of one letter.
func rulesOf(lang string) *languageRules {
	switch primary(lang) {
	case "it":
		return &languageRules{
			beforeNumber: " n. nn. nr. n° p. pp. pag. pagg. art. artt. cap. fig. figg. tab. vol. c. cc. co. comma tel. fax cell. nel ore sala ",
			titles:       " sig. sig.ra sig.na dott. dott.ssa dr. prof. prof.ssa ing. arch. avv. on. sen. mons. s. san santa santo ",
			months:       " gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ",
			function:     " e ed o od a ad in di da con su per tra fra che il lo la i gli le un uno una del della dei delle dal dalla al alla ai alle nel nella sul sulla ma se non è ",
			short:        " il lo la i gli le un uno una di a da in con su per tra fra e ed o od ad al allo alla ai agli alle dal dallo dalla dai dagli dalle del dello della dei degli delle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle che non è né se ",
		}
	case "en":
		return &languageRules{
			beforeNumber: " no. nos. p. pp. vol. fig. figs. ch. sec. art. tel. ext. c. ca. room level page chapter january february march april may june july august september october november december ",
			titles:       " mr mrs ms mr. mrs. ms. dr dr. prof. professor st st. sir dame lord lady rev. hon. ",
			months:       " january february march april may june july august september october november december am pm a.m. p.m. million billion thousand ",
			function:     " a an and as at but by for from if in is of on or the to with was were that which ",
			short:        " a an the of to in on at by for from with and or as is ",
		}
	case "fr":
		return &languageRules{
			beforeNumber: " n° p. pp. art. fig. vol. tél. page chapitre ",
			titles:       " m. mm. mme mmes mlle dr pr me st ste ",
			months:       " janvier février mars avril mai juin juillet août septembre octobre novembre décembre millions milliards ",
			function:     " et ou à de du des en la le les un une par pour sur dans avec est que qui mais ",
			short:        " le la les un une des de du d’un d’une à au aux en et ou par pour sur dans avec ne ",
		}
	case "de":
		return &languageRules{
			beforeNumber: " nr. s. art. abs. abb. bd. kap. tel. § §§ ",
			titles:       " hr. fr. herr frau dr. prof. ing. st. ",
			months:       " januar februar märz april mai juni juli august september oktober november dezember uhr mio. mrd. millionen milliarden prozent ",
			function:     " und oder der die das des dem den ein eine in im an am auf aus bei mit von zu für ist als ",
			short:        " der die das des dem den ein eine einer eines einem einen in im an am auf aus bei mit von vom zu zum zur für und ",
		}
	case "es":
		return &languageRules{
			beforeNumber: " n.º núm. p. pp. pág. págs. art. fig. vol. tel. ",
			titles:       " sr. sra. srta. dr. dra. d. dña. san santa ",
			months:       " enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre millones ",
			function:     " y e o u a de del en el la los las un una por para con que es ",
			short:        " el la los las un una unos unas de del a al en y e o u por para con sin ",
		}
	}
	return &languageRules{}
}
