package io.sluice.cli.chat;

import io.sluice.cli.command.Call;
import io.sluice.cli.command.Interruption;
import io.sluice.cli.terminal.Sgr;
import io.sluice.text.OwnerOnly;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
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
  private final Interruption interruption;
  private final String prompt;

  private TerminalChatInput(
      Terminal terminal, LineReader reader, Interruption interruption, String prompt) {
    this.terminal = terminal;
    this.reader = reader;
    this.interruption = interruption;
    this.prompt = prompt;
  }

  /**
   * On the terminal of this process.
   *
   * @param folder where the history is kept, if it is
   */
  static TerminalChatInput open(Call call, Optional<Path> folder) throws IOException {
    // The signals are taken by the command itself, which knows what is under way; and JLine would
    // tell of one Ctrl-C twice, as a key and as a signal of its own making.
    System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
    Terminal terminal =
        TerminalBuilder.builder()
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
    call.streams()
        .screen()
        .ifPresent(screen -> screen.onResize(() -> terminal.raise(Terminal.Signal.WINCH)));
    LineReaderBuilder reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("sluice")
            .parser(new Lines())
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
    String prompt = call.look().stderr().styled() ? Sgr.bold(">") + " " : "> ";
    return new TerminalChatInput(terminal, reader.build(), call.interruption(), prompt);
  }

  @Override
  public Heard next() throws IOException {
    Thread asking = Thread.currentThread();
    interruption.askUntilInterruptedBy(asking::interrupt);
    try {
      return Heard.message(MessageLines.message(reader.readLine(prompt)));
    } catch (UserInterruptException interrupted) {
      return Heard.interrupt();
    } catch (EndOfFileException end) {
      return Heard.end();
    } catch (IOError gone) {
      throw new IOException("the terminal cannot be read: " + gone.getMessage(), gone);
    } finally {
      interruption.asked();
      // An interrupt that came while the line was already being handed over.
      Thread.interrupted();
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
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

  /** Takes a message as it is: nothing in it is a quote, an escape or a variable. */
  private static final class Lines implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
      if (context == ParseContext.ACCEPT_LINE && MessageLines.goesOn(line)) {
        throw new EOFError(-1, cursor, "the message goes on");
      }
      return new Whole(line, cursor);
    }
  }

  /** A message is a single word. */
  private record Whole(String line, int cursor) implements CompletingParsedLine {
    @Override
    public String word() {
      return line;
    }

    @Override
    public int wordCursor() {
      return cursor;
    }

    @Override
    public int wordIndex() {
      return 0;
    }

    @Override
    public List<String> words() {
      return List.of(line);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return cursor;
    }

    @Override
    public int rawWordLength() {
      return line.length();
    }
  }
}
