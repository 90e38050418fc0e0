package hyphen

import (
	"strings"
	"testing"
)

// Ten words of each language, divided as its dictionaries have them: Zingarelli,
// Merriam-Webster, Oxford, Petit Robert, Duden, RAE, Priberam, Van Dale, DIEC, PWN, SAOL,
// Retskrivningsordbogen, Bokmålsordboka, Kielitoimisto, Babiniotis, TDK, DOOM and so on; places that
// the patterns leave out on purpose are left out.
func TestWords(t *testing.T) {
	for lang, words := range map[string]string{
		"it":    "in-no-va-zio-ne cit-tà tec-no-lo-gi-co di-strut-ti-vo ac-qua per-ché mo-stra co-mu-ni-ca-to stam-pa pub-bli-co",
		"en-US": "hy-phen-ation project present ta-ble as-so-ciate an-nounce-ment jour-nal-ist de-vel-op-ment com-pany uni-ver-sity",
		"en-GB": "hy-phen-a-tion uni-ver-sity an-nounce-ment ex-hib-i-tion de-vel-op-ment com-pany mu-seum tech-no-logy pub-lic cel-eb-rate gov-ern-ment",
		"fr":    "com-mu-ni-qué presse in-for-ma-tion tech-no-lo-gie ex-po-si-tion dé-ve-lop-pe-ment jour-na-liste en-tre-prise uni-ver-sité mon-tagne",
		"de-AT": "Pres-se-mit-tei-lung Un-ter-neh-men Aus-stel-lung Schiff-fahrt Zu-cker Do-nau-dampf-schiff In-no-va-ti-on Kas-ten Fens-ter Ver-öf-fent-li-chung",
		"es":    "co-mu-ni-ca-do pren-sa tec-no-lo-gía ex-po-si-ción de-sa-rro-llo pe-rio-dis-ta em-pre-sa ca-lle uni-ver-si-dad in-for-ma-ción",
		"pt-BR": "co-mu-ni-cado im-prensa tec-no-lo-gia ex-po-si-ção de-sen-vol-vi-mento jor-na-lista em-presa carro uni-ver-si-dade in-for-ma-ção",
		"nl":    "pers-be-richt ten-toon-stel-ling on-der-ne-ming uni-ver-si-teit ont-wik-ke-ling tech-no-lo-gie jour-na-list ge-meen-te in-for-ma-tie voor-stel-ling",
		"ca":    "co-mu-ni-cat prem-sa tec-no-lo-gia ex-po-si-ció desen-vo-lu-pa-ment pe-ri-o-dis-ta em-pre-sa in-for-ma-ció mu-seu uni-ver-si-tat",
		"pl":    "ko-mu-ni-kat pra-so-wy tech-no-lo-gia wy-sta-wa roz-wój dzien-ni-karz przed-się-bior-stwo uni-wer-sy-tet in-for-ma-cja mia-sto",
		"sv":    "press-med-de-lan-de ut-ställ-ning fö-re-tag uni-ver-si-tet ut-veck-ling tek-no-lo-gi jour-na-list kom-mun in-for-ma-tion fö-re-ställ-ning",
		"da":    "pres-se-mø-de ud-stil-ling virk-som-hed uni-ver-si-tet ud-vik-ling tek-no-lo-gi jour-na-list kom-mu-ne in-for-ma-tion te-a-ter",
		"nb":    "presse-mel-ding ut-stil-ling be-drift uni-ver-si-tet ut-vik-ling tek-no-lo-gi jour-na-list kom-mu-ne in-for-ma-sjon fore-stil-ling",
		"fi":    "leh-dis-tö-tie-do-te näyt-te-ly yri-tys yli-opis-to ke-hi-tys tek-no-lo-gia toi-mit-ta-ja kau-pun-ki tie-do-tus esi-tys",
		"cs":    "infor-mace roz-ho-vor novi-nář spo-leč-nost uni-ver-zita tech-no-lo-gie měst-ský kul-tura mini-str před-sta-vení",
		"el":    "εφη-με-ρί-δα πα-νε-πι-στή-μιο έκ-θε-ση τε-χνο-λο-γία ανα-κοί-νω-ση μου-σείο πο-λι-τι-σμός θέ-α-τρο πλη-ρο-φο-ρία πρό-γραμ-μα",
		"ru":    "со-об-ще-ние вы-став-ка пред-при-я-тие уни-вер-си-тет раз-ви-тие тех-но-ло-гия жур-на-лист го-род ин-фор-ма-ция му-зей",
		"uk":    "ви-став-ка під-при-єм-ство уні-вер-си-тет роз-ви-ток про-гра-ма жур-на-ліст мі-сто ін-фор-ма-ція му-зей га-зе-та",
		"tr":    "ba-sın bül-te-ni ser-gi şir-ket üni-ver-si-te ge-liş-me tek-no-lo-ji ga-ze-te-ci bil-gi-sa-yar Tür-ki-ye",
		"hu":    "saj-tó-köz-le-mény ki-ál-lí-tás vál-la-lat egye-tem fej-lesz-tés tech-no-ló-gia új-ság-író vá-ros tá-jé-koz-ta-tó mú-ze-um",
		"ro":    "co-mu-ni-cat presă ex-po-zi-ție com-pa-nie uni-ver-si-tate dez-vol-tare teh-no-lo-gie zia-rist in-for-ma-ție mu-zeu",
	} {
		for want := range strings.FieldsSeq(words) {
			if got := hyphenate(t, lang, strings.ReplaceAll(want, "-", ""), 0, 0); got != want {
				t.Errorf("%s: got %s, want %s", lang, got, want)
			}
		}
	}
}
