/**
 * Short plain words for locking a rescue copy, 1,024 a list, so that each word chosen by chance is worth ten bits.
 * The Norwegian ones are the same in bokmål and nynorsk.
 */

const NORWEGIAN = `
adresse agurk akvarium alarm albue album alfabet alpakka alt and andre anker anorakk antenne antilope apekatt apotek
appelsin april arena ark arm aroma arve asfalt ask aske asters atlas august avis avstand baby bad bagasje bak bake
bakeri bakke balkong ball ballong bambus bamse banan bandasje bank bark barn bass batteri beger begynne bein beis
bekk belg belte benk bensin berg bestemor betong bever bibliotek bie bil bilde bille billett binde bingo bjørk bjørn
blad blink blod blokk blomst bluse blyant blå blåbær blåse blåveis bob boble bod boge bok bokhylle boks bokstav
bolle bolt bomull bonde bong bonus bord borg brannbil bre brei brems brev brikke brille bror brosje bru brun brus
brygge bryllup bryst bryter brød brønn bue bukett bukse bukt bunad bunke bur busk buss butikk bygd bygg bygge bylt
bål båt bær bølge bønne børste bøtte bøye curling curry dadel dag dal dam dame dans danse debut dekk dekke dele
delfin demning desember dessert diamant dikt dill dille disk dobbel dra drage drikke drill drivhus dronning drope
drops drosje drue due duft duk dusj dusk dverg dyne dyr dåp dør eddik egg eik ekko ekorn elefant elev elg elleve elv
ende energi eng engel enke eple erte esel eske etasje ete eventyr fabrikk falk familie fane far farge farvel fasan
fasit fat februar feie fele feltseng fem ferie fersk fest figur fiken fil film finger finne firkant fisk fiske fjell
fjord fjær flagg flamingo flaske flate flette flint flodhest flokk flom flue fly flyplass flåte fløyte folk form
fort foss fot fotball foto frakk framme framtid fred frimerke frisør frosk frukost frukt frø fugl furu fyr fyrstikk
følge føll første gaffel gammel gang gap garasje gard gardin garn gate gaupe gave geit gele genser gepard geysir
gips girlander gitar gjerde gjest gjær glad glans glass glasur glede glidelås glitter glo globus gni golf golv
gorilla grafitt gram gran granitt graut grein greip grep gresskar grevling grind gris grotte gruppe grus gryn gryte
grå grøft guide gul gull gulrot gummi gymsal gås gåte hage hagl hakke halde halm hals halv hand hane hanske hard
hare harpe hatt hauk haust hav havre hei helle hente hest hestehov hilsen himmel historie hjelpe hjerte hjort hjul
hjørne hockey hogge holme honning hopp hoppe hud hulder humle hummer hund hundre hus huske hylle hyse hytte håp hår
høg høgre høne høvel høy ide ild ingefær inn isbjørn isbre jakke januar jente jern jerv joker jord jordbær juice jul
juli jungel juni jøkel kafe kaffe kai kake kaktus kald kalv kam kamel kamp kanel kanin kanne kant kapers kaptein
karamell karri kart kast kaste katt kenguru ketchup kikkert kinn kino kirsebær kiste kje kjede kjegle kjelke kjerte
kjole kjøpe klar klatre klem kli klippe klok klokke klut kløft kløver knapp knaus kne kniv knute koala kobber koke
kokk kolle kompass kone konge kontor kopp kor korg kork korn kort kost krabbe kraft krakk kran kritt krok krone
krukke kryss kråke kube kule kull kurv kval kvalross kvart kvarts kveite kveld kvile kvist kvit kvitveis kylling
kyss kål kåpe lag lage laken lakk lakris laks lam lama lampe land lang larve lastebil latter lav lava lefse lege
leie leire leke lemen lenestol leopard leppe lese lett leve ligge like lilje lilla lim lin lind line linjal linje
liten ljå lomme lue luft lunsj lure lykt lyn lyng lys lyskryss lytte låg låve løfte løp løpe løve løvetann madrass
mage mai mais majones makrell male maling mandel mann mark marmor mars mast mat matros maur medalje meis mel melon
merke middag midten million minne minutt mjuk modig molo mopp mor mose mot motor mugge multe munn murstein mus
museum musikk musling mutter mygg mynte myr mål måle måne måned mår måse møkk mønster mørk nabo natt naust ned negl
nellik nes nese nikke nise nisse nord not note november nype nål nøtt oase okse oktober oliven olje onkel opne opp
ord orgel ost oter over padde pakke pall palme panda panne panter papegøye papir papp parkering pass passe pastill
peike peis pels penn pensel pepper perle persille piano piggsvin pil pilot pingvin pinse plan planke plante plast
plomme plukke port pose potet premie prest prikk prins punkt purre pusse pute påske pære rabbe radio ramme ransel
rask ratt ravn reddik regn regne rein reir reise reke rev ridder rim ring ringe rips ris rive rogn rolig rope rosa
rose rosin rot rotting rug rulle rund rute ruter rydde rygg rådhus rådyr rød rødbet røre røsslyng røyk røyskatt
safran saft sag sage saks salat salt samle sand sandal sau saus savanne sebra sei seil seile sekk seks sekund sel
selje sement sende senep seng serviett sette sigd sild silke sirkel sirup siste sitron sjakk sjampo sjiraff
sjokolade sju sjåfør sjø skap skar skarp skaut skei ski skifer skilpadde skilt skinn skip skjegg skjell skjerf
skjold skjorte skjær skjære skjørt sklie sko skog skribent skru skrue skuff skulder sky skål skøyte slag slange
slede sleppe slott sluse slå sløyfe smake smal smed smil smile smør snakke snegl snekker snill snu snø sofa sokk sol
solbær sole song sopp sove sovepose soya spade spar spare spark sparke speil spiker spinat spiss springe språk spurv
spørsmål squash stall stasjon stein stemme steppe sti stige stille stjerne stokk stol stolpe stor strand strek
strikk strikke stripe struts stryke stup stå stål støvel sukker sum suppe sur svamp svane svar svare svart sving
svinge svømme sykkel synge såpe sølv sør søster søt tak takk tang tanke tann tante tau tavle teater tegl telle telt
tenke tenne tennis teppe terne terning terrarium tiger time timian tind tinn tjern tjue tjukk tog tolv tomat topp
torden torg torke torsk traktor trapp tre tredje trekant trille tro troll tromme trompet trykke tråd tråkke tulipan
tun tundra tung tunge tunnel tur tusen tyggis tynn tyttebær tåke tårn tøffel tørr ugle ull ulv under ung vaffel vake
vakker valnøtt vande vanilje vann varde varm vask vaske ved veg vegg veke vekse velkomst venn venstre vente veps
vers veske vest vidde vik vin vind vindu vinke vinne vinter vise viskelær vits vogge vogn voks vott vri vulkan vår
våt åker åre åtte ærlig øgle øks ønske ørken ørn øst øve
`;

const ENGLISH = `
acorn actor add alarm album almond amber anchor angel ant anthem apple apron arch arm armour artist atlas attic aunt
autumn avenue baby back badge badger bag bagel bake baker bakery ball ballet bamboo banana band banjo banner bark
barley barn barrel basil basin basket bat bay beach beacon beaker beam bean beanie bear beaver bed bee beetle bell
belt bench bend beret berry big bike birch black blue boat boil bonnet book boot borrow bottle bottom bow bowl box
branch brass brave bread breeze brick bridge bright bring bronze brook broom brown brush bubble bucket bugle build
bulb bull bumper bun bus bush butter button cabin cable cactus cake calf call calm camel camera camp canal candle
canoe canvas canyon cap cape car card carpet carrot carry cart cashew castle cat catch cave cedar celery cellar
cello chair chalk cheek cheese cherry chess child chin choir chop chord chorus church cinder cinema circle circus
city clam clap class clay clean clear cliff climb clock close cloud clover coach coast coat cobweb cocoa cod coffee
collar comb comet cook cookie cool copper coral corn corner cotton count cousin cover cow crab cradle crane crater
crayon cream creek crocus crow crown crumb crust cube cup dairy daisy dance date day deck deep deer denim desert
desk diary dice dill dinner dish dive dock doctor dog doll dome domino donkey door dot double dough dove down dragon
draw drawer dream dress drill driver drum dry duck dust dwarf eagle ear earth easel east echo edge eel egg eight
elbow eleven elf elk elm emblem engine eraser eye fable face fairy falcon farm farmer father feast feel felt fence
fern ferry fetch fiddle field fifty fig film finch find finger fire first fish five fix fjord flag flame flask
fleece floor flour flower flute fly foam fog fold foot forest fork forty fossil four fox frame fresh fridge friend
frog front frost fruit fry fudge funnel galaxy garage garden garlic gate gazebo gem gentle geyser giant gift ginger
give glad glass glide globe glove glue goat goblet gold goose grain grape grass green grey grove guess guest guide
guitar gull gully hail hair half hall hammer hand handle happy hare harp hat hawk hay hazel head hear heart heath
hedge heel helmet help hen heron high hike hill hippo hive hoe home honest honey hood hop hope horse host hostel
hour house hug hum hurry ice idea igloo ink inlet inside iron island ivy jacket jade jam jar jelly jigsaw joke judge
jug juice jump jumper jungle kayak kernel kettle kick kind king kiosk kiss kite kitten kiwi knee kneel knight knit
knock knot know koala label lace ladder lagoon lake lamb lamp lane lark last laugh lawn leaf lean learn left leg
lemon lend lens lesson letter lift light lilac lily lime line linen lion lip listen lizard llama lobby lock lodge
long look loom low lunch lupin magnet magpie mallet mango mantle map maple marble mark market marsh mascot mayor
meadow medal medley melody melon mend mermaid meteor middle milk mill miner mint minute mirror mitten mix moat mole
monkey month moon moose mop mosaic moss motel moth mother motor mouse mouth mud muffin mug mule museum music mussel
nail name napkin neck nectar needle nest nettle new newt nickel night nine nod noodle noon north nose note number
nurse nut nutmeg oak oar oasis oatmeal oats oboe ocean old olive one onion opal open opera orange orchid organ
origami otter outing oval oven over owl oyster pack paddle page paint palm pan panda pansy papaya paper parade
parasol parcel parrot party pasta paste pasture patch path pea peach peanut pear pearl pebble pedal peel pelican pen
pencil pepper perch petal piano pickle picnic pie pier pig pigeon pike pillar pillow pilot pine pink pirate pitcher
plan plane planet plank plant plate platter plough plug plum pocket poem poet polish polka pollen pond pony poppy
porch postman pot potato potter poultry pour pretty prince prism prize pudding puffin pull pulley pupil puppet puppy
purple push puzzle pyramid quarry quartz queen quick quiet quill quilt rabbit raccoon radio radish raffle raft rain
rainbow raisin rake ranger rapid rattle raven read recipe red reef rest rhino rhyme ribbon rice riddle ride right
ring rinse ripple river road roast robin robot rock rocket roll roof root rope rose round row rubber ruby ruler run
rye sack saddle saffron sage sail sailor salad salmon salt sand sandal satchel sauce saucer saw scarf school scooter
screw scrub sea seagull seal season seaweed second seed seek seesaw send seven sew share sharp shed sheep sheet
shelf shell sherbet shield ship shirt shoe shop shore short shout shovel shrimp side sign silk silver sing singer
sink sister sit six skate ski skip skirt sky skylark slate sled sledge sleep sleeve sleigh slice slide slow small
smell smile smoke snail snow snowman soap sock sofa soft soil song sonnet soup sour south spade spaniel sparkle
spider spin spiral spire sponge spoon spring sprout square squash squid stable stadium stage stairs stamp stand star
statue steel stem stew stir stone stool stork storm story stove straw stream street string strong studio suburb
sugar summer sun sundial sunset surf swamp swan sweep sweet swim swing switch syrup table tadpole tailor take tall
tango tap taste taxi tea teach teapot teddy temple ten tent thick thimble thin think third thirty thistle thorn
thread three throne throw thumb thunder thyme ticket tie tiger tile timber tin toad toast today toe toffee tomato
tongue tooth top torch touch towel tower town trail train tram tree trellis trophy trout truck tulip tuna tune tunic
tunnel turkey turn turnip turtle twelve twenty twig twin two tyre uncle under unicorn uniform valley van vase velvet
veranda vine violet violin voice voyage waffle wagon wait waiter wake walk wall walnut walrus waltz warden warm wash
wasp watch water wave weather weave weaver week well west wet whale wheat wheel whisker white wide willow wind
window winter wire wise wish wizard wolf wood wool word worm wrap wreath wren write writer yacht yard yarn year
yeast yellow yogurt young zebra zigzag zip zipper
`;

const split = (list: string): readonly string[] => list.trim().split(/\s+/);
/** How many are drawn: five times ten bits. */
export const HOW_MANY = 5;

export const wordsIn = (language: string): readonly string[] => split(language === "nb" || language === "nn" ? NORWEGIAN : ENGLISH);

export function drawn(language: string): string[] {
  const all = wordsIn(language);
  // 65,536 is a whole number of times 1,024: each word is as likely as any other.
  return Array.from(crypto.getRandomValues(new Uint16Array(HOW_MANY)), (chance) => all[chance % all.length] ?? "");
}

/** As they were meant, however they were typed: with commas, capitals, numbers before them. */
export const asTyped = (typed: string): string[] => typed.normalize("NFC").toLowerCase().match(/\p{L}+/gu) ?? [];

/** Those that stand in no list: a slip of the pen. */
export function unknownWords(typed: string): string[] {
  const known = new Set([...split(NORWEGIAN), ...split(ENGLISH)]);
  return asTyped(typed).filter((word) => !known.has(word));
}
