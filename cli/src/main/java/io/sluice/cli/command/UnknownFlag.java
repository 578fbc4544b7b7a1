package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import io.sluice.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** Says that a command has no such flag, and which one may be meant. */
final class UnknownFlag {
  private static final int LETTER = 2;

  private UnknownFlag() {}

  /**
   * Returns the message.
   *
   * @param unmatched the flag, perhaps with a value; of letters in one word those from the unknown
   *     on
   * @param given all that was typed
   */
  static String message(String unmatched, List<String> given, CommandSpec command) {
    Set<String> known = command.optionsMap().keySet();
    String name = name(unmatched, given, known);
    String meant = meant(name, known).map(flag -> "did you mean '" + flag + "'? ").orElse("");
    return "unknown flag '"
        + name
        + "'; "
        + meant
        + "'sluice "
        + command.name()
        + " "
        + FlagKey.HELP.flag()
        + "' lists them";
  }

  /**
   * A word such as {@code -help} is a flag with one dash, though it begins with the letter of one.
   */
  private static String name(String unmatched, List<String> given, Set<String> known) {
    return given.stream()
        .filter(word -> word.matches("-\\w+") && word.endsWith(unmatched.substring(1)))
        .filter(word -> byWord(word, known).isPresent())
        .findFirst()
        .orElse(unmatched)
        .replaceFirst("(?s)=.*", "");
  }

  private static Optional<String> meant(String name, Set<String> known) {
    return name.length() == LETTER ? byLetter(name.substring(1), known) : byWord(name, known);
  }

  /** One letter is one edit away from any other letter, so that the distance says nothing. */
  private static Optional<String> byLetter(String letter, Set<String> known) {
    if (letter.equalsIgnoreCase("v")) {
      String version = FlagKey.VERSION.flag();
      return Optional.of(known.contains(version) ? version : "sluice " + version);
    }
    if (letter.equals("?")) {
      return Optional.of(FlagKey.HELP.flag());
    }
    return Stream.of("-" + letter.toLowerCase(Locale.ROOT), "-" + letter.toUpperCase(Locale.ROOT))
        .filter(known::contains)
        .findFirst()
        .or(() -> onlyOne("--" + letter, known));
  }

  private static Optional<String> byWord(String name, Set<String> known) {
    List<String> words = known.stream().filter(flag -> flag.length() > LETTER).toList();
    return NearestName.of(name, words).or(() -> onlyOne(name.replaceFirst("^-(?!-)", "--"), known));
  }

  private static Optional<String> onlyOne(String beginning, Set<String> known) {
    List<String> all = known.stream().filter(flag -> flag.startsWith(beginning)).toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }
}
