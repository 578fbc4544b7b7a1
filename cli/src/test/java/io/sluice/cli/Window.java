package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command in a real terminal: a window of tmux, of a server of its own. */
final class Window implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
  private static final String OVER = "[[exit ";

  /** The whole of it: a terminal may show a line in two steps. */
  private static final Pattern ENDED = Pattern.compile("\\[\\[exit (\\d+)]]");

  private final Path folder;
  private final Path socket;

  private Window(Path folder) throws IOException {
    this.folder = folder;
    // A server that was told to go may still be there when the next one comes.
    this.socket = Files.createTempDirectory(folder, "w").resolve("tmux");
  }

  /**
   * Runs {@code sluice} with these arguments; skips the test, and says so, where tmux is missing.
   */
  static Window open(Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> words = new ArrayList<>();
    List.of(arguments).forEach(word -> words.add(quoted(word)));
    return openShell(folder, environment, "sluice " + String.join(" ", words));
  }

  /** Runs a line of shell in which {@code sluice} is the command. */
  static Window openShell(Path folder, Map<String, String> environment, String line)
      throws IOException {
    assumeTrue(present(), "tmux is not installed, so no terminal can be tried");
    var window = new Window(folder);
    window.start(window.script(environment, line));
    return window;
  }

  /** A conversation with that server, which waits for the first message. */
  static Window chat(Path folder, Simulator server) throws IOException {
    Window window = shell(folder, server, "sluice chat");
    window.until("Ctrl-D leaves\n>");
    return window;
  }

  /** Runs a line of shell in which {@code sluice} asks that server, and keeps nothing. */
  static Window shell(Path folder, Simulator server, String line) throws IOException {
    String url = server.baseUrl().toString();
    return openShell(folder, Map.of("OPENAI_BASE_URL", url, "SLUICE_NO_LOG", "true"), line);
  }

  /** What the window shows, and what has scrolled away, without blanks at the end. */
  String text() throws IOException {
    return tmux("capture-pane", "-p", "-J", "-S", "-").stripTrailing();
  }

  /** What the window shows, a row a line. */
  List<String> rows() throws IOException {
    return tmux("capture-pane", "-p").lines().toList();
  }

  /** The same as {@link #text}, with colours. */
  String styled() throws IOException {
    return tmux("capture-pane", "-p", "-e", "-J", "-S", "-").stripTrailing();
  }

  /** Whether the alternate screen is shown, the cursor, and long lines are wrapped; each 1 or 0. */
  String modes() throws IOException {
    return tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} #{wrap_flag}").strip();
  }

  /** Waits until its terminal has this mode, as {@code stty} says it. */
  void untilMode(String mode) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String modes = terminalModes();
    while (!List.of(modes.split("[\\s;]+")).contains(mode)) {
      assertThat(System.nanoTime() - end).as("modes that stay: " + modes).isNegative();
      modes = terminalModes();
    }
  }

  /** Lets the command set the clipboard, which {@link #clipboard} then holds. */
  void acceptClipboard() throws IOException {
    tmux("set-option", "-s", "set-clipboard", "on");
  }

  String clipboard() throws IOException {
    return tmux("show-buffer");
  }

  private String terminalModes() throws IOException {
    String terminal = tmux("display-message", "-p", "#{pane_tty}").strip();
    Process stty =
        new ProcessBuilder("stty", "-a").redirectInput(Path.of(terminal).toFile()).start();
    return new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Waits until it shows that, and returns what it shows then. */
  String until(Predicate<String> shown) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String text = text();
    while (!shown.test(text)) {
      assertThat(System.nanoTime() - end).as("what is shown for too long: " + text).isNegative();
      assertThat(text).as("what the command left behind").doesNotContainPattern(ENDED);
      text = text();
    }
    return text;
  }

  /** Waits until it shows that text. */
  String until(String shown) throws IOException {
    return until(text -> text.contains(shown));
  }

  /** Presses keys by their names, such as {@code C-c} or {@code Enter}. */
  void press(String... keys) throws IOException {
    List<String> command = new ArrayList<>(List.of("send-keys"));
    command.addAll(List.of(keys));
    tmux(command.toArray(String[]::new));
  }

  /** Types text as it is. */
  void type(String text) throws IOException {
    tmux("send-keys", "-l", text);
  }

  /** Types text, and presses Enter. */
  void enter(String text) throws IOException {
    type(text);
    press("Enter");
  }

  void resize(int columns, int rows) throws IOException {
    tmux("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
  }

  /** Waits for the end; what was shown before it. */
  Ended ended() throws IOException {
    String text = until(shown -> ENDED.matcher(shown).find());
    Matcher end = ENDED.matcher(text);
    int at = text.lastIndexOf(OVER);
    boolean found = end.find(at);
    assertThat(found).as(text).isTrue();
    return new Ended(text.substring(0, at).stripTrailing(), Integer.parseInt(end.group(1)));
  }

  @Override
  public void close() {
    try {
      tmux("kill-server");
    } catch (IOException | AssertionError gone) {
      // The server ended with its window.
    }
  }

  private void start(Path script) throws IOException {
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh " + script);
  }

  /** The class path is too long for a command line of tmux; and the window stays when it ended. */
  private Path script(Map<String, String> environment, String line) throws IOException {
    Path arguments = folder.resolve("java-arguments");
    Files.writeString(
        arguments,
        String.join(" ", Jvm.OPTIONS)
            + " --enable-native-access=ALL-UNNAMED -cp \""
            + System.getProperty("java.class.path").replace("\\", "\\\\")
            + "\" "
            + Main.class.getName());
    var script = new StringBuilder("cd " + quoted(folder.toString()) + "\n");
    script.append(
        "sluice() { env -i TERM=\"$TERM\" PATH=\"$PATH\" HOME=" + quoted(folder + "/home"));
    environment.forEach((name, value) -> script.append(" " + name + "=" + quoted(value)));
    script.append(" " + quoted(Jvm.JAVA));
    script.append(" @" + quoted(arguments.toString()) + " \"$@\"; }\n");
    // So that the shell lives on when Ctrl-C reaches it too.
    script.append("trap : INT\n").append(line).append("\nprintf '%s%s]]' '" + OVER + "' $?\n");
    script.append("exec sleep 1000\n");
    return Files.writeString(folder.resolve("window.sh"), script);
  }

  private String tmux(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(said).isZero();
    } catch (InterruptedException stopped) {
      throw new IOException(stopped);
    }
    return said;
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static boolean present() {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /**
   * A window whose command has ended.
   *
   * @param text what it shows
   * @param code the command's exit code
   */
  record Ended(String text, int code) {}
}
