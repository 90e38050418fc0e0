package bind

// words are those of a language that bind others, in lower case, separated by
// spaces; see kind.
type words struct {
	beforeNumber, telephone, titles, units, function, oneLetter, short string
}

// What is the same in all languages.
const (
	allUnits        = "% ‰ mm cm dm m km m² km² m³ ha g kg t l ml cl dl s h min w kw mw gw kwh mwh gwh v a hz khz mhz ghz db kb mb gb tb px pt °c °f ° k kr kr. zł kč ft lei ron sek nok dkk pln czk huf co₂ co2 dpi ppm км м см мм кг г руб. грн"
	allCurrencies   = "€ $ £ ¥ ₽ ₴ ₺ eur usd gbp chf us$"
	allBeforeNumber = "№ n° nº § §§ ¶ # art. fig. vol."
	allCompanyForms = "s.p.a. spa s.r.l. srl gmbh ag kg kgaa ug se e.v. inc. inc ltd. ltd llc plc corp. corp s.a. sa s.a.s. sas sarl s.l. s.à.r.l. b.v. bv n.v. nv a/s ab oy oyj as asa aps s.r.o. a.s. kft. zrt. nyrt. a.ş. ltda. ltda"
)

// wordsOf gives the words of a language by its primary subtag.
func wordsOf(lang string) words {
	switch lang {
	case "it":
		return words{
			beforeNumber: "n. nn. nr. n° p. pp. pag. pagg. art. artt. cap. fig. figg. tab. vol. c. cc. co. comma tel. fax cell. nel ore sala",
			telephone:    "tel. tel tel: fax fax: cell. telefono",
			titles:       "sig. sig.ra sig.na dott. dott.ssa dr. prof. prof.ssa ing. arch. avv. geom. rag. on. sen. mons. s. san santa santo",
			units:        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre mila milioni miliardi",
			function:     "e ed o od a ad in di da con su per tra fra che il lo la i gli le un uno una del della dei delle dal dalla al alla ai alle nel nella sul sulla ma se non è",
			oneLetter:    "e o a i",
			short:        "il lo la i gli le un uno una di a da in con su per tra fra e ed o od ad al allo alla ai agli alle dal dallo dalla dai dagli dalle del dello della dei degli delle nel nello nella nei negli nelle sul sullo sulla sui sugli sulle col che non è né se",
		}
	case "en":
		return words{
			beforeNumber: "no. nos. p. pp. vol. fig. figs. ch. sec. art. tel. ext. c. ca. room level page chapter january february march april may june july august september october november december",
			telephone:    "tel. tel tel: phone phone: telephone fax",
			titles:       "mr mrs ms mr. mrs. ms. dr dr. prof. professor st st. sir dame lord lady rev. hon.",
			units:        "january february march april may june july august september october november december am pm a.m. p.m. a.m p.m million billion trillion thousand",
			function:     "a an and as at but by for from if in is of on or the to with was were that which",
			short:        "a an the of to in on at by for from with and or as is nor but",
		}
	case "fr":
		return words{
			beforeNumber: "n° p. pp. art. fig. vol. tél. page chapitre h",
			telephone:    "tél. tél tél: fax téléphone",
			titles:       "m. mm. mme mmes mlle dr pr me st ste mgr",
			units:        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre mille millions milliards million milliard",
			function:     "et ou à de du des en la le les un une par pour sur dans avec est que qui mais",
			short:        "le la les un une des de du d’un d’une à au aux en et ou par pour sur dans avec sans sous ne",
		}
	case "de":
		return words{
			beforeNumber: "nr. nrn. s. art. abs. abb. bd. kap. tel. ziff. § §§ ca. rd.",
			telephone:    "tel. tel tel: telefon fax",
			titles:       "hr. fr. herr herrn frau dr. prof. ing. dipl.-ing. st. mag.",
			units:        "januar jänner februar märz april mai juni juli august september oktober november dezember uhr mio. mrd. mio mrd millionen milliarden tausend prozent",
			function:     "und oder der die das des dem den ein eine in im an am auf aus bei mit von zu für ist als",
			short:        "der die das des dem den ein eine einer eines einem einen in im an am auf aus bei mit von vom zu zum zur beim nach um für und oder",
		}
	case "es":
		return words{
			beforeNumber: "n.º núm. núms. p. pp. pág. págs. art. fig. vol. tel.",
			telephone:    "tel. tel tel: teléfono fax",
			titles:       "sr. sra. srta. dr. dra. d. dña. d.ª prof. ing. san santa",
			units:        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de mil millón millones",
			function:     "y e o u a del en el la los las un una por para con que es",
			oneLetter:    "y e o u a",
			short:        "el la los las un una unos unas de del a al en y e o u por para con sin sobre",
		}
	case "ca":
		return words{
			beforeNumber: "núm. n. p. pàg. art. fig. vol. tel.",
			telephone:    "tel. tel tel: telèfon",
			titles:       "sr. sra. dr. dra. st. sta.",
			units:        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre mil milions",
			function:     "i o a de del en el la els les un una per amb que és",
			short:        "el la els les un una uns unes de del dels a al als en i o per amb sense sobre",
		}
	case "pt":
		return words{
			beforeNumber: "n.º n.o núm. p. pp. pág. págs. art. fig. vol. tel.",
			telephone:    "tel. tel tel: telefone",
			titles:       "sr. sra. dr. dra. d. dona prof. eng. são santa santo",
			units:        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro de mil milhão milhões bilhão bilhões",
			function:     "e ou a o os as do da em no na um uma por para com que é",
			oneLetter:    "e o a",
			short:        "o a os as um uma uns umas de do da dos das em no na nos nas e ou por pelo pela para com sem sob ao aos à às",
		}
	case "nl":
		return words{
			beforeNumber: "nr. nrs. blz. p. art. fig. dl. tel. ca.",
			telephone:    "tel. tel tel: telefoon",
			titles:       "dhr. mevr. mw. dr. drs. prof. ir. ing. mr. st.",
			units:        "januari februari maart april mei juni juli augustus september oktober november december uur miljoen miljard duizend procent",
			function:     "en of de het een in op aan van voor met bij te is als",
			short:        "de het een in op aan van voor met bij naar uit te en of",
		}
	case "pl":
		return words{
			beforeNumber: "nr s. str. art. ust. pkt rys. tel. ok.",
			telephone:    "tel. tel tel:",
			titles:       "p. pan pani dr prof. mgr inż. ks. św. ul.",
			units:        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia r. roku tys. mln mld zł",
			function:     "i a o w z u na do od po za ze we dla oraz lub jest się",
			oneLetter:    "a i o u w z",
			short:        "na do od po za ze we ku dla nad pod przy bez oraz lub",
		}
	case "cs", "sk":
		return words{
			beforeNumber: "č. čís. s. str. čl. odst. obr. tel. cca §",
			telephone:    "tel. tel tel: telefon",
			titles:       "p. pan paní dr. mudr. judr. phdr. ing. mgr. bc. doc. prof. sv.",
			units:        "ledna února března dubna května června července srpna září října listopadu prosince januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra tis. mil. mld. kč hodin",
			function:     "a i o u v k s z na do od po za ze ve se je nebo",
			oneLetter:    "a i k o s u v z",
			short:        "na do od po za ze ve ke se pro při pod nad nebo zo vo so",
		}
	case "ru":
		return words{
			beforeNumber: "№ с. стр. ст. п. рис. гл. т. тел.",
			telephone:    "тел. тел тел: телефон",
			titles:       "г. г-н г-жа им. ул. проф. акад. д-р",
			units:        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря г. гг. в. вв. г года тыс. млн млрд руб. %",
			function:     "и а в к с о у на до от по за из для или не",
			oneLetter:    "а в и к о с у я",
			short:        "на до от по за из для или не ни об во со ко",
		}
	case "uk":
		return words{
			beforeNumber: "№ с. ст. п. рис. т. тел.",
			telephone:    "тел. тел тел: телефон",
			titles:       "п. пан пані м. вул. ім. проф. д-р",
			units:        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня р. рр. року тис. млн млрд грн",
			function:     "і й та а в у з о на до від по за із для або не",
			oneLetter:    "а в є з і й о у я",
			short:        "на до від по за із зі для або не ні та од об",
		}
	case "sv", "da", "nb", "nn", "no":
		return words{
			beforeNumber: "nr nr. s. art. fig. kap. tel. tlf. ca. kl. kl kr kr.",
			telephone:    "tel. tel tel: tlf. tlf tlf: telefon",
			titles:       "hr. fru dr. dr prof. s:t",
			units:        "januari februari mars april maj juni juli augusti september oktober november december januar februar marts august desember mai miljoner miljarder millioner milliarder mio. mia. tusen tusind procent prosent kronor kroner",
			function:     "och og i på av af til till for för med en et ett den det er är som",
			short:        "en et ett den det de i på av af til till for för med ved vid om och og",
		}
	case "fi":
		return words{
			beforeNumber: "nro n. s. ks. kuva puh. klo",
			telephone:    "puh. puh puh: puhelin",
			titles:       "hra rva tri prof.",
			units:        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta milj. mrd. miljoonaa miljardia tuhatta prosenttia euroa",
			function:     "ja tai on se että kun sekä mutta",
			short:        "ja tai",
		}
	case "hu":
		return words{
			beforeNumber: "sz. kb. tel. január február március április május június július augusztus szeptember október november december",
			telephone:    "tel. tel tel: telefon",
			titles:       "dr. prof. özv. ifj. id. szt.",
			units:        "millió milliárd ezer százalék forint január február március április május június július augusztus szeptember október november december",
			function:     "és vagy a az egy is de hogy nem",
			short:        "a az egy és",
		}
	case "ro":
		return words{
			beforeNumber: "nr. p. pag. art. fig. vol. cap. tel. ora",
			telephone:    "tel. tel tel: telefon",
			titles:       "dl. d-na dna. dr. prof. ing. sf.",
			units:        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie de mii milioane miliarde lei",
			function:     "și sau în la din cu pe pentru un o este",
			short:        "un o la de din cu pe în și sau pentru prin",
		}
	case "tr":
		return words{
			beforeNumber: "no. s. md. tel. saat",
			telephone:    "tel. tel tel: telefon",
			titles:       "sn. dr. prof. av. doç.",
			units:        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık milyon milyar bin lira tl",
			function:     "ve veya ile için bir bu da de",
			short:        "ve bir bu",
		}
	case "ar":
		return words{
			beforeNumber: "رقم ص. هاتف",
			telephone:    "هاتف هاتف: فاكس",
			units:        "سم مم كم م متر مترًا مترا كغ كجم طن لتر ألف آلاف ألفًا مليون ملايين مليونًا مليار مليارات مليارًا ساعة ساعات دقيقة يورو دولار ريال درهم دينار جنيه يناير فبراير مارس أبريل إبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
		}
	case "he":
		return words{
			beforeNumber: "מס׳ עמ׳ טל׳",
			telephone:    "טלפון טלפון: טל׳ פקס",
			units:        "ס״מ מ״מ ק״מ מ׳ ק״ג ש״ח אלף אלפי מיליון מיליוני מיליארד אחוז אחוזים שעה שעות דקות בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
		}
	case "el":
		return words{
			beforeNumber: "αρ. σ. σελ. άρθρο εικ. τόμ. τηλ.",
			telephone:    "τηλ. τηλ τηλ: τηλέφωνο",
			titles:       "κ. κα δρ. καθ. αγ.",
			units:        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου εκατ. δισ. εκατομμύρια δισεκατομμύρια ευρώ π.μ. μ.μ.",
			function:     "και ή σε από με για του της των το τα τον την ο η οι",
			short:        "ο η το οι τα του της των τον την και ή σε από με για στο στη στον στην ένα μια να",
		}
	}
	return words{}
}
