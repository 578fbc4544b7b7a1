package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Declares flags. Every value is taken as text, and any number of times: what it means, and which
 * counts, is decided where it is read, so that a value of the environment gets the same scrutiny.
 */
public final class Flag {
  private static final Set<String> FILES = Set.of("FILE", "DIR", "JAR", "INPUT");

  private Flag() {}

  /** A flag with a value. */
  public static OptionSpec value(FlagKey key, String label, String description) {
    return OptionSpec.builder(names(key))
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /**
   * A flag whose value may be left out, and then is {@code standard}. A value stands behind an
   * equals sign or a letter: the next word is never taken for one.
   */
  public static OptionSpec optional(
      FlagKey key, String label, String standard, String description) {
    return OptionSpec.builder(value(key, label, description))
        .arity("0..1")
        .preprocessor(
            (words, command, flag, found) -> {
              if (" ".equals(found.get("separator"))) {
                words.push(standard);
              }
              return false;
            })
        .build();
  }

  /** A flag that is given or not. */
  public static OptionSpec on(FlagKey key, String description) {
    return OptionSpec.builder(names(key))
        .arity("0")
        .type(boolean.class)
        .description(description)
        .build();
  }

  /** The arguments that are no flags. */
  public static PositionalParamSpec words(String label, String description) {
    return words(label, description, List.of());
  }

  /** The arguments that are no flags; {@code known} are those that a shell may offer. */
  public static PositionalParamSpec words(String label, String description, List<String> known) {
    return PositionalParamSpec.builder()
        .completionCandidates(known)
        .index("0..*")
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** Flags that stand together in the help. */
  public static ArgGroupSpec group(String heading, OptionSpec... flags) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().validate(false).heading("%n" + heading + ":%n");
    for (OptionSpec flag : flags) {
      group.addArg(flag);
    }
    return group.build();
  }

  /** Whether what an argument takes is the name of a file, by the label that help shows for it. */
  public static boolean isFile(ArgSpec argument) {
    return FILES.contains(argument.paramLabel());
  }

  private static String[] names(FlagKey key) {
    return key.names().toArray(String[]::new);
  }
}
