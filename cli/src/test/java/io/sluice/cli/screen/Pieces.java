package io.sluice.cli.screen;

import java.util.List;
import java.util.Random;

/**
 * What an answer may be made of. Wide characters and tabs are missing: the emulator places them
 * where no terminal does.
 */
final class Pieces {
  private static final List<String> ALL =
      List.of("a", "word ", "\n", "\n\n", "é", "a longer piece of text ", "\033[1mb\033[0m");

  private static final List<String> EVERY_WIDTH =
      List.of(
          "a",
          "word ",
          "nineteen",
          "\n",
          "é",
          "e\u0301",
          "漢字",
          "👨‍👩‍👧‍👦",
          "👍🏽",
          "🇩🇪",
          "🇫",
          "❤️",
          "☎",
          "1️⃣",
          "한글",
          "مرحبا",
          "हिन्दी",
          "…",
          "ж",
          "\033[1mb\033[0m");

  private Pieces() {}

  /** Of the characters on whose width terminals disagree, too. */
  static String ofEveryWidth(Random random) {
    return EVERY_WIDTH.get(random.nextInt(EVERY_WIDTH.size()));
  }

  static String random(Random random) {
    return ALL.get(random.nextInt(ALL.size()));
  }
}
