package io.sluice.cli.run;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Flag;
import io.sluice.cli.run.OutputOptions.Owner;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.settings.SettingValue;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.text.CodeSelection;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Which code block of an answer stdout gets.
 *
 * @param selection the block; empty if the whole answer is printed
 */
public record ExtractOption(Optional<CodeSelection> selection) {
  static OptionSpec flag() {
    return flag("print one code block instead of the text");
  }

  /**
   * The flag.
   *
   * @param text what its help says of it, before the words that it takes
   */
  public static OptionSpec flag(String text) {
    return Flag.optional(
        FlagKey.EXTRACT,
        "WHICH",
        CodeSelection.first().toString(),
        text + ": " + CodeSelection.EXPECTED + "; first");
  }

  /** Reads the option; refuses it where {@code owner} prints more than the answer's text. */
  static ExtractOption of(Arguments arguments, Owner owner) {
    Optional<SettingValue> given = arguments.value(FlagKey.EXTRACT);
    boolean text = owner == Owner.IMPLIED_CONSOLE || owner == Owner.NAMED_CONSOLE;
    if (given.isPresent() && !text) {
      throw new UsageException(
          given.get().by()
              + " prints a part of the text and "
              + owner.asked()
              + " none of it; leave one of them");
    }
    return new ExtractOption(given.map(ExtractOption::selection));
  }

  /** What is to be said of an answer that has no such block. */
  Optional<String> missing(Outcome outcome) {
    return selection
        .filter(block -> lacks(block, outcome))
        .map(block -> "the answer has no " + block.description() + ", so all of it is printed");
  }

  private static boolean lacks(CodeSelection block, Outcome outcome) {
    return outcome.status() == Status.COMPLETED && block.of(outcome.completion().text()).isEmpty();
  }

  /**
   * Which code block the value of the flag means.
   *
   * @throws UsageException in one line, if it means none
   */
  public static CodeSelection selection(SettingValue given) {
    try {
      return CodeSelection.parse(given.text());
    } catch (IllegalArgumentException none) {
      throw new UsageException(given.by() + ": " + none.getMessage(), none);
    }
  }
}
