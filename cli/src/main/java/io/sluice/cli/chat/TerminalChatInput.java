package io.sluice.cli.chat;

import io.sluice.cli.command.Call;
import io.sluice.cli.terminal.Keyboard;
import io.sluice.cli.terminal.Sgr;
import io.sluice.cli.terminal.Ticker;
import io.sluice.text.OwnerOnly;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.MaskingCallback;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Messages that a person types, with line editing, a history that outlives the process, and the
 * names of commands completed. The prompt goes to stderr: stdout holds answers alone.
 */
final class TerminalChatInput implements ChatInput {
  private static final int KEPT_LINES = 2000;
  private static final String HISTORY = "chat-history";

  private final Terminal terminal;
  private final LineReader reader;
  private final Call call;
  private final String prompt;
  private final Keyboard.Hold keys;

  /** What was typed since the last message, before a line could be read. */
  private String ahead;

  private TerminalChatInput(
      Terminal terminal, LineReader reader, Call call, Keyboard.Hold keys, String ahead) {
    this.terminal = terminal;
    this.reader = reader;
    this.call = call;
    this.keys = keys;
    this.ahead = ahead;
    this.prompt = call.look().stderr().styled() ? Sgr.bold(">") + " " : "> ";
  }

  /**
   * On the terminal of this process.
   *
   * @param folder where the history is kept, if it is
   */
  static TerminalChatInput open(Call call, Optional<Path> folder) throws IOException {
    Keyboard.Hold keys = call.streams().keyboard().hideForReading();
    // JLine would drop what was typed while the command started.
    String ahead = typedSoFar(call);
    Terminal terminal = terminal();
    call.streams()
        .screen()
        .ifPresent(screen -> screen.onResize(() -> terminal.raise(Terminal.Signal.WINCH)));
    call.streams().keyboard().onResume(() -> terminal.raise(Terminal.Signal.CONT));
    LineReader lines = reader(terminal, folder);
    LineEditing.bind(call, terminal, lines);
    return new TerminalChatInput(terminal, lines, call, keys, ahead);
  }

  private static String typedSoFar(Call call) {
    var typed = new TypedAhead(call.streams().in(), Ticker.ofLine(), () -> {});
    typed.close();
    return typed.text();
  }

  private static Terminal terminal() throws IOException {
    // The signals are taken by the command itself, which knows what is under way; and JLine would
    // tell of one Ctrl-C twice, as a key and as a signal of its own making.
    System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
    return TerminalBuilder.builder()
        .system(true)
        .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
        .encoding(StandardCharsets.UTF_8)
        // Recent JDKs name encodings for these, which are the locale's.
        .stdinEncoding(StandardCharsets.UTF_8)
        .stdoutEncoding(StandardCharsets.UTF_8)
        .stderrEncoding(StandardCharsets.UTF_8)
        .nativeSignals(false)
        .dumb(true)
        .build();
  }

  private static LineReader reader(Terminal terminal, Optional<Path> folder) throws IOException {
    LineReaderBuilder reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("sluice")
            .parser(new MessageParser())
            .completer(
                (line, parsed, candidates) -> {
                  if (parsed.line().startsWith("/")) {
                    SlashCommand.NAMES.forEach(name -> candidates.add(new Candidate(name)));
                  }
                })
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "… ")
            .variable(LineReader.HISTORY_FILE_SIZE, KEPT_LINES)
            .variable(LineReader.HISTORY_SIZE, KEPT_LINES);
    if (folder.isPresent()) {
      reader.variable(LineReader.HISTORY_FILE, history(folder.get()));
    }
    return reader.build();
  }

  @Override
  public Heard next() throws IOException {
    Thread asking = Thread.currentThread();
    call.interruption().askUntilInterruptedBy(asking::interrupt);
    String begun = ahead;
    ahead = "";
    try {
      String line = reader.readLine(prompt, null, (MaskingCallback) null, begun);
      return Heard.message(MessageLines.message(line));
    } catch (UserInterruptException interrupted) {
      return Heard.interrupt();
    } catch (EndOfFileException end) {
      return Heard.end();
    } catch (IOError gone) {
      throw new IOException("the terminal cannot be read: " + gone.getMessage(), gone);
    } finally {
      call.interruption().asked();
      // An interrupt that came while the line was already being handed over.
      Thread.interrupted();
    }
  }

  @Override
  public Keyboard.Hold answering(Runnable stop) {
    var typed = new TypedAhead(call.streams().in(), Ticker.ofLine(), stop);
    typed.start();
    return () -> {
      typed.close();
      ahead = typed.text();
    };
  }

  @Override
  public void close() throws IOException {
    try {
      terminal.close();
    } finally {
      keys.close();
    }
  }

  /** Prompts are private: only their author may read the history. */
  private static Path history(Path folder) throws IOException {
    Files.createDirectories(folder, OwnerOnly.folder(folder));
    Path history = folder.resolve(HISTORY);
    if (Files.notExists(history)) {
      Files.createFile(history, OwnerOnly.file(history));
    }
    return history;
  }
}
