package io.sluice.cli.command;

import io.sluice.cli.settings.UsageException;
import io.sluice.text.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editor of the user: {@code $VISUAL}, else {@code $EDITOR}, else {@code vi}. What they hold is
 * a command of the shell, so that it may have arguments. For one thread.
 */
public final class Editor {
  private static final String USUAL = "vi";
  private static final int NOT_FOUND = 127;

  private final Call call;

  /** Creates an editor of the program that the variables of the call name. */
  public Editor(Call call) {
    this.call = call;
  }

  /**
   * Opens a text in the editor, which has the terminal until it ends, and returns what it left,
   * without line breaks at the end. The text is kept in a file of its owner's alone, and removed.
   *
   * @throws UsageException in one line, if the editor fails or leaves no text
   * @throws IOException if the file cannot be written or read
   */
  public String edit(String text) throws IOException {
    Path file = Files.createTempFile("sluice-", ".md", OwnerOnly.file(Path.of("")));
    try {
      Files.writeString(file, text.isEmpty() ? text : text + "\n");
      open(file);
      return left(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void open(Path file) throws IOException {
    String editor = command();
    int code = run(new ProcessBuilder("sh", "-c", editor + " \"$1\"", "sh", file.toString()));
    if (code == NOT_FOUND) {
      throw new UsageException(
          "editor '" + editor + "' cannot be found; set VISUAL or EDITOR to one that can");
    }
    if (code != 0) {
      throw new UsageException(
          "editor '" + editor + "' failed with exit code " + code + "; check VISUAL and EDITOR");
    }
  }

  private String command() {
    return Stream.of("VISUAL", "EDITOR")
        .map(call.environment()::get)
        .flatMap(set -> Optional.ofNullable(set).stream())
        .filter(set -> !set.isBlank())
        .findFirst()
        .orElse(USUAL);
  }

  private int run(ProcessBuilder editor) throws IOException {
    Process process = editor.inheritIO().start();
    Thread waiting = Thread.currentThread();
    call.interruption().lendTerminal(waiting::interrupt);
    try {
      return process.waitFor();
    } catch (InterruptedException ended) {
      process.destroy();
      waiting.interrupt();
      throw new UsageException("the editor was stopped by a signal", ended);
    } finally {
      call.interruption().takeTerminal();
    }
  }

  private static String left(Path file) throws IOException {
    if (Files.notExists(file)) {
      throw new UsageException("the editor removed its file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return InputText.prompt("what the editor left", in).stripTrailing();
    }
  }
}
