# Cases of 20 words: wrong words of each speaker at 20, 10 and 0 dB, and one in a quiet room.
BEGIN {
  OFS = "\t"
  print "id", "speaker", "room", "said", "heard"
  split("1 2 4  2 4 8  1 4 16  2 2 2  0 4 8  0 0 3  3 6 12  1 3 9", wrong, " ")
  split("20dB 10dB 0dB", rooms, " ")
  for (s = 1; s <= 8; ++s)
    for (r = 0; r <= 3; ++r) {
      room = r ? rooms[r] : "quiet"
      errors = r ? wrong[3 * (s - 1) + r] : 1
      said = heard = ""
      for (i = 1; i <= 20; ++i) {
        said = said (i > 1 ? " " : "") "word" i
        heard = heard (i > 1 ? " " : "") (i <= errors ? "hm" : "word" i)
      }
      print s "-" room, "s" s, room, said, heard
    }
}
