/**
 * Phrases that newspapers put for a single word when they retell a statement: the word first, then a colon and its
 * phrases. General English news vocabulary, sorted; what is put together here is compared as that word.
 */
export const PHRASES = `
abolish: do away with, does away with, doing away with, get rid of, getting rid of, got rid of
announce: come out with, lay out, laid out, put forward, set out, setting out
arrest: rounded up, take into custody, taken into custody, took into custody
burn: burned down, burnt down, went into the fire, went up in flames
cancel: call off, called off, calling off
capture: captured alive, captured prisoner, held captive, in captivity, prisoner of war, prisoners of war, take prisoner, taken alive, taken prisoner, took prisoner
continue: carries on, carry on, carried on, go on with, keep on, kept on
cut: cut back, pare back, pared back, scale back, scaled back, scaling back
delay: push back, pushed back, put off, putting off
displaced: driven from their homes, driven out, forced from their homes, forced out, had to leave their homes
divest: spin off, spinning off, spun off
fall: came down, come down, coming down, go down, goes down, going down, gone down, went down
instruct: called on to, under orders
investigate: look into, looked into, looking into
kill: claim the lives, claimed the lives, lost his life, lost her life, lost their lives
layoff: laid off, lay off, laying off, lays off, lose their jobs, lost their jobs, let go
nocomment: declined comment, declined to answer, declined to comment, declined to discuss, declined to respond, did not answer, did not comment, did not immediately comment, did not immediately reply, did not immediately respond, did not reply, did not respond, has not commented, has yet to comment, have not commented, no comment, not commenting, not immediately available, refused to comment, would not comment
open: opened up, opening up
preparation: get ready, getting ready, gets ready
present: take part, taken part, taking part, took part
quit: stand down, standing down, step down, stepped down, stepping down
refuse: turn down, turned down, turning down
retreat: fall back, fell back, pull back, pull out, pulled back, pulled out, pulling out
rise: go up, goes up, going up, gone up, went up
search: turned over
shelter: take cover, took cover
suicide: blow himself up, blow themselves up, blew himself up, blew themselves up, die by his own hand, die by their own hand, kill herself, kill himself, kill themselves, killed herself, killed himself, killed themselves, killing themselves, take their own lives, taking their own lives, took her own life, took his own life, took their own lives
support: stand by, standing by, stood by
surrender: gave in, gave up, give in, give up, giving in, giving up
turnaround: turn around, turned around, turning around
whole: all of, the entire
`
