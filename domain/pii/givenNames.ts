const italian = `
abramo achille adele adriana adriano agata agnese agostino aldo alessandra alessandro alessia alessio alfonso alfredo alice amalia
amedeo andrea angela angelica angelo anita anna annalisa annamaria antonella antonio arianna armando arturo asia attilio
augusto aurora barbara beatrice benedetta benedetto benito bernardo bianca bruna bruno camilla carla carlo carmela carmelo
carmen carolina caterina cecilia celeste cesare chiara christian ciro claudia claudio clara concetta corrado costantino cristian cristiano
cristina dafne daniela daniele dario davide debora deborah diego dino domenica domenico donatella donato edoardo elena eleonora elia elio elisa
elisabetta elvira emanuela emanuele emilia emma enrica enrico enzo erica ermanno ernesto ester ettore eugenia eugenio
eva fabio fabiola fabrizio federica federico felice ferdinando filippo filomena flavia flavio fernanda fernando francesca francesco
gabriele gabriella gaetano gaia gennaro gerardo giacomo giada gianfranco gianluca gianluigi gianmarco gianna gianni gianpaolo gilberto ginevra
gino gioele giorgia giorgio giovanna giovanni giulia giuliana giuliano giulio giuseppe giuseppina grazia graziella greta guglielmo guido
ida ignazio ilaria ines irene isabella ivan ivana ivano jacopo katia laura lea leonardo letizia lia lidia liliana lina lino livia livio
loredana lorenza lorenzo luca lucia luciana luciano lucio lucrezia ludovica ludovico luigi luigia luisa maddalena manuela manuel mara marcella
marcello marco margherita maria mariagrazia marianna mariella mario marisa marta martina massimiliano massimo matilde matteo mattia
maura maurizio mauro melissa michela michele michelangelo milena mirella mirco mirko miriam monica monia nadia nicola nicole nicoletta nicolo nicolò
noemi norma nunzia olga oreste ornella orsola ottavio paola paolo pasquale patrizia patrizio piera pierluigi piero pietro pierpaolo raffaela raffaele raffaella
raimondo rebecca renata renato renzo riccardo rita roberta roberto rocco rodolfo romano romeo romina rosa rosalba rosalia rosanna rosaria rosario rosella rosetta
rossana rossella ruggero sabina sabrina salvatore samuele samuela sandra sandro sara saverio sebastiano serena sergio silvana silvano silvia silvio simona simone sofia
sonia stefania stefano susanna tamara tania teresa tiziana tiziano tommaso ugo umberto valentina valentino valeria valerio vanessa vera veronica
vincenza vincenzo virginia vittoria vittorio viola walter`;

const elsewhere = `
abdallah abdel abdelaziz abdelkader abdellah abderrahim abdou abdul abdullah adama adil adnan agnieszka ahmad ahmed aicha aisha aleksandr aleksandra alexandru ali
alina alioune amadou amina aminata amine amir ana anastasia andrei andriy anwar arben aris artan asif aslan awa ayoub aziz besnik bilal blerim bogdan boubacar
boris brahim catalin cheikh claudiu cosmin cristi daniela dragan dmitri dritan driss elena elira ervin fadi faisal fatima fatma fatou fatoumata florin gheorghe
ghulam habib hafsa halima hamid hamza hassan hicham houda hussain hussein ibrahim ibrahima idris igor ilir imane imran ioan ioana ion iryna ismael ismail jamal jamila
joão jose josé juan kadija karim kateryna katarzyna khadija khaled khalid khadim kofi lamin larisa latifa leila liviu lyudmila magdalena mahmoud mahmud malika mamadou
marian marius mariam mariama maryam mihaela mihai mircea modou mohamed mohammad mohammed moussa mourad mounir muhammad mustafa mustapha nabil nadir nasser natalia nataliya
nicoleta nikola noor nour oksana oleksandr olena omar osman ousmane oumar pavel petru piotr radu rachid rachida rahma rashid reza samir samira sana sanjay
sergei sergiu singh sokol soufiane suleiman svetlana tarik tariq tatiana vasile viktor viorel vladimir xhevdet yasmine yassine youssef yusuf yulia zahra zainab zeinab zohra`;

/** Given names, in lower case: common ones of Italy and of the places people here come from. A list is never whole. */
export const givenNames: ReadonlySet<string> = new Set(`${italian} ${elsewhere}`.trim().split(/\s+/));
