package io.sluice.cli.log;

import io.sluice.cli.command.Arguments;
import io.sluice.cli.command.Call;
import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sinks.console.OutputStyle.Device;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows text to a person page by page, by the program that {@code PAGER} names, else by less.
 * Elsewhere than on a terminal, and where the person wants none, there is no pager.
 */
final class Pager {
  private static final String VARIABLE = "PAGER";
  private static final String USUAL = "less";

  private final Call call;
  private final Optional<String> program;

  private Pager(Call call, Optional<String> program) {
    this.call = call;
    this.program = program;
  }

  /** Returns the pager that the flags, the variables and stdout ask for. */
  static Pager of(Arguments arguments, Call call) {
    boolean wanted =
        call.look().stdout().device() == Device.TERMINAL && !arguments.on(FlagKey.NO_PAGER);
    return new Pager(call, wanted ? program(call.environment()) : Optional.empty());
  }

  /**
   * Prints to the pager if there is one, else to stdout, and waits until the person has read it. A
   * person who leaves before the end ends the printing, which is no error.
   *
   * @throws IOException if the printing fails for another reason
   */
  void show(Printing printing) throws IOException {
    if (program.isEmpty()) {
      printing.to(call.streams().out());
      return;
    }
    try (var pages = new PagerOutput(program.get(), call)) {
      printing.to(new StandardOutput(pages));
    } catch (PagerOutput.ReaderLeft enough) {
      // The rest is not wanted.
    }
  }

  /**
   * The program of the variable; empty if the variable is, or names {@code cat}, which only copies.
   */
  private static Optional<String> program(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .map(String::strip)
        .or(() -> Optional.of(USUAL).filter(usual -> isOnPath(usual, environment)))
        .filter(named -> !named.isEmpty() && !named.equals("cat"));
  }

  private static boolean isOnPath(String name, Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /** Prints a text. */
  @FunctionalInterface
  interface Printing {
    void to(StandardOutput out) throws IOException;
  }
}
