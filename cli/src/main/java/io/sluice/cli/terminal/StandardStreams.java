package io.sluice.cli.terminal;

import io.sluice.cli.screen.Screen;
import io.sluice.sinks.console.ScreenSize;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The three standard streams, in UTF-8 whatever the locale is.
 *
 * @param in what is piped in or typed
 * @param out the answer, and nothing else
 * @param err everything else
 * @param terminals which of them are terminals
 * @param screen the terminal behind stderr, which stdout may share; empty where stderr is none
 * @param keyboard the keyboard of the terminal behind stdin or stdout
 */
public record StandardStreams(
    InputStream in,
    StandardOutput out,
    PrintStream err,
    Terminals terminals,
    Optional<Screen> screen,
    Keyboard keyboard) {

  /** Streams without a keyboard. */
  public StandardStreams(
      InputStream in,
      StandardOutput out,
      PrintStream err,
      Terminals terminals,
      Optional<Screen> screen) {
    this(in, out, err, terminals, screen, Keyboard.none());
  }

  /** The process's own. */
  public static StandardStreams ofProcess() {
    Terminals terminals = Terminals.ofProcess();
    // A bare FileInputStream asks a pipe for its position when it is read to its end, and fails.
    var stdin = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    var in = new StandardInput(stdin);
    var out = new FileOutputStream(FileDescriptor.out);
    var err = new FileOutputStream(FileDescriptor.err);
    boolean typed = terminals.in() || terminals.out();
    Keyboard keyboard = typed ? Keyboard.ofTerminal() : Keyboard.none();
    if (!terminals.err()) {
      return new StandardStreams(
          in, new StandardOutput(out), text(err), terminals, Optional.empty(), keyboard);
    }
    var size = ScreenSize.kept();
    var screen = new Screen(err, size::columns, size::rows);
    screen.onResize(size::forget);
    OutputStream shared = terminals.out() ? screen.over(out) : out;
    return new StandardStreams(
        in,
        new StandardOutput(shared),
        text(screen.over(err)),
        terminals,
        Optional.of(screen),
        keyboard);
  }

  /**
   * Hides the keys that are typed while an answer streams to the terminal, until the result is
   * closed. Where stdout is a pipe, the program behind it may use the keyboard itself, as a pager
   * does: then they are not hidden.
   */
  public Keyboard.Hold answering() {
    return (terminals.out() ? keyboard : Keyboard.none()).hide();
  }

  private static PrintStream text(OutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
