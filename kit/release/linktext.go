package release

import (
	"strings"
	"sync"
	"unicode"

	"github.com/presskit-go/presskit/kit/diag"
	"github.com/presskit-go/presskit/kit/source"
)

// linkText warns of a link whose words do not say where it leads (WCAG 2.2, success
// criterion 2.4.9): who hears the links of a text one by one, or has a print of it,
// hears "here". The words of an address do.
func (c *checker) linkText(words string, at diag.Span) {
	plain := strings.ToLower(strings.Join(strings.Fields(words), " "))
	plain = strings.TrimFunc(plain, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r) })
	if !emptyLinkTexts()[plain] {
		return
	}
	d := c.report(at, "link-text", "the link %s does not say where it leads", source.Quote(words))
	d.Severity = diag.Warning
	d.Hint = "name what is there, as in [the programme](https://…): links are also read without the text around them"
}

// emptyLinkTexts are such words, in the languages that have labels. They count in every
// language, since a word of one is as empty in another.
var emptyLinkTexts = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, words := range strings.Split(emptyLinkWords, "\n") {
		for _, w := range strings.Split(words, ", ") {
			all[w] = true
		}
	}
	return all
})

// emptyLinkWords has a line for each language, in the order of their tags.
const emptyLinkWords = `هنا, من هنا, اضغط هنا, انقر هنا, المزيد, اقرأ المزيد, الرابط, رابط
aquí, feu clic aquí, fes clic aquí, cliqueu aquí, clica aquí, més, llegiu-ne més, enllaç, aquest enllaç
zde, tady, klikněte zde, klepněte zde, více, číst dále, číst více, odkaz, tento odkaz
her, klik her, tryk her, mere, læs mere, link, dette link
hier, klicken sie hier, klick hier, hier klicken, bitte hier klicken, mehr, mehr lesen, mehr erfahren, weiterlesen, link, dieser link
εδώ, κλικ εδώ, κάντε κλικ εδώ, πατήστε εδώ, περισσότερα, διαβάστε περισσότερα, σύνδεσμος
here, click here, see here, read here, this, this link, this page, more, read more, see more, learn more, find out more, link
haga clic aquí, haz clic aquí, clic aquí, pulse aquí, pulsa aquí, más, leer más, ver más, saber más, enlace, este enlace
tästä, tässä, täältä, täällä, klikkaa tästä, klikkaa tähän, napsauta tästä, lisää, lue lisää, linkki
ici, cliquez ici, cliquer ici, voir ici, plus, lire plus, lire la suite, voir plus, en savoir plus, lien, ce lien
כאן, פה, לחצו כאן, לחץ כאן, עוד, קראו עוד, למידע נוסף, קישור
itt, ide, kattintson ide, kattints ide, tovább, bővebben, link
qui, clicca qui, cliccare qui, clicchi qui, cliccate qui, di più, leggi di più, scopri di più, continua a leggere, questo link
こちら, ここ, こちらから, こちらをクリック, ここをクリック, 詳しくはこちら, 詳細はこちら, 続きを読む, もっと見る, リンク
여기, 이곳, 여기를 클릭, 여기를 클릭하세요, 여기를 누르세요, 더 보기, 더보기, 자세히 보기, 링크
klikk her, trykk her, mer, les mer, lenke, denne lenken
klik hier, klikt u hier, meer, lees meer, lees verder, deze link
tutaj, tu, kliknij tutaj, kliknij tu, więcej, czytaj więcej, czytaj dalej, ten link
aqui, clique aqui, carregue aqui, mais, ler mais, leia mais, saber mais, saiba mais, ligação, este link
aici, click aici, dați clic aici, faceți clic aici, mai mult, citește mai mult, citiți mai mult, legătură
здесь, тут, нажмите здесь, щёлкните здесь, кликните здесь, по ссылке, подробнее, далее, читать далее, ссылка
här, klicka här, tryck här, läs mer, länk, den här länken
burada, buraya, buradan, tıklayın, buraya tıklayın, devamı, daha fazla, bağlantı
натисніть тут, клацніть тут, за посиланням, докладніше, детальніше, читати далі, посилання
这里, 此处, 点击这里, 点击此处, 点此, 更多, 了解更多, 阅读更多, 链接
這裡, 此處, 點擊這裡, 點擊此處, 按此, 點此, 瞭解更多, 閱讀更多, 連結`
