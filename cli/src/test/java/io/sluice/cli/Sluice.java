package io.sluice.cli;

import io.sluice.cli.command.ExitCode;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.terminal.StandardOutput;
import io.sluice.cli.terminal.StandardStreams;
import io.sluice.cli.terminal.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls the command within this process. Immutable: each method gives another one. */
public final class Sluice {
  private final Map<String, String> environment;
  private final InputStream in;
  private final Terminals terminals;
  private final Path folder;

  private Sluice(
      Map<String, String> environment, InputStream in, Terminals terminals, Path folder) {
    this.environment = environment;
    this.in = in;
    this.terminals = terminals;
    this.folder = folder;
  }

  /** With nothing on stdin, no variables, and no terminal. */
  public static Sluice command() {
    return new Sluice(
        Map.of(), InputStream.nullInputStream(), Terminals.none(), Path.of("").toAbsolutePath());
  }

  public Sluice with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new Sluice(more, in, terminals, folder);
  }

  public Sluice reading(String text) {
    return reading(text.getBytes(StandardCharsets.UTF_8));
  }

  public Sluice reading(byte[] bytes) {
    return new Sluice(environment, new ByteArrayInputStream(bytes), terminals, folder);
  }

  public Sluice on(Terminals seen) {
    return new Sluice(environment, in, seen, folder);
  }

  /** With the settings that count in that folder. */
  public Sluice in(Path working) {
    return new Sluice(environment, in, terminals, working);
  }

  /** What stderr said, without the line that names the built-in model. */
  static String errors(Ran ran) {
    return ran.err()
        .lines()
        .filter(line -> !line.startsWith("offline:"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  public Ran run(String... args) {
    return run(new ByteArrayOutputStream(), new Interruption(), args);
  }

  /** With a stdout of the test's own; what it holds is empty in the result. */
  public Ran run(OutputStream out, Interruption interruption, String... args) {
    var err = new ByteArrayOutputStream();
    var streams =
        new StandardStreams(
            in,
            new StandardOutput(out),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminals,
            Optional.empty());
    ExitCode code = new Invocation(List.of(args), environment, folder, streams, interruption).run();
    String printed =
        out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
    return new Ran(code, printed, err.toString(StandardCharsets.UTF_8));
  }

  /**
   * What became of a call.
   *
   * @param code its exit code
   * @param out what it printed on stdout
   * @param err what it printed on stderr
   */
  public record Ran(ExitCode code, String out, String err) {}
}
