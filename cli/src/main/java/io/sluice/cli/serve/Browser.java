package io.sluice.cli.serve;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The user's browser, as the desktop or the variable {@code BROWSER} has it. */
final class Browser {
  /** What cannot start fails by then; what goes on is the browser itself. */
  private static final long SECONDS = 3;

  private final List<String> program;

  private Browser(List<String> program) {
    this.program = program;
  }

  /** The browser of that system and these variables. */
  static Browser of(String system, Map<String, String> environment) {
    String named = environment.getOrDefault("BROWSER", "");
    return new Browser(named.isBlank() ? usual(system) : List.of(named));
  }

  /** Shows a page; empty if it does, else why it does not, in one line. */
  Optional<String> show(String url) {
    try {
      Process started =
          new ProcessBuilder(Stream.concat(program.stream(), Stream.of(url)).toList())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      started.getOutputStream().close();
      boolean ended = started.waitFor(SECONDS, TimeUnit.SECONDS);
      return ended && started.exitValue() != 0
          ? Optional.of(program.get(0) + " ended with " + started.exitValue())
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.of(program.get(0) + " cannot be started");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<String> usual(String system) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    return List.of(name.startsWith("mac") ? "open" : "xdg-open");
  }
}
