package io.sluice.settings;

import io.sluice.text.CommandWords;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a program for a key: the first line that it prints. No shell comes between, it reads
 * nothing, and what it says on its standard error is shown.
 */
final class KeyCommand {
  /** Long enough to type a passphrase. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int LONGEST = 64 * 1024;

  private final SettingValue given;
  private final PrintStream err;
  private final Duration patience;

  KeyCommand(SettingValue given, PrintStream err, Duration patience) {
    this.given = given;
    this.err = err;
    this.patience = patience;
  }

  /** The command that a setting gives, with the usual patience. */
  static KeyCommand of(SettingValue given, PrintStream err) {
    return new KeyCommand(given, err, PATIENCE);
  }

  /** What it printed; throws a SettingsException in one line if that is no use. */
  String run() {
    Process process = start(words());
    try {
      return firstLine(process);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Stands for the key; throws a SettingsException in one line if there is nothing to run. */
  String checkedPlaceholder() {
    words();
    return "***";
  }

  private List<String> words() {
    try {
      List<String> words = CommandWords.split(given.text());
      if (words.isEmpty()) {
        throw new SettingsException(
            given.by() + " names no program; write it like: pass show openai");
      }
      return words;
    } catch (IllegalArgumentException unclosed) {
      throw new SettingsException(given.by() + ": " + unclosed.getMessage(), unclosed);
    }
  }

  private Process start(List<String> words) {
    try {
      return new ProcessBuilder(words).redirectInput(nothing()).start();
    } catch (IOException unstartable) {
      throw refused("cannot be started; check its name, or give its path", unstartable);
    }
  }

  private String firstLine(Process process) {
    Executor threads = KeyCommand::begin;
    var said = CompletableFuture.supplyAsync(() -> read(process.getInputStream()), threads);
    CompletableFuture<Void> shown =
        CompletableFuture.runAsync(() -> show(process.getErrorStream()), threads);
    try {
      String text = said.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new TimeoutException();
      }
      shown.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (process.exitValue() != 0) {
        throw refused("ended with status " + process.exitValue() + "; it gave no key", null);
      }
      return text.lines().findFirst().orElse("");
    } catch (TimeoutException slow) {
      throw refused("took longer than " + patience.toSeconds() + " s; try it by itself", slow);
    } catch (ExecutionException broken) {
      throw refused("could not be read; try it by itself", broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw refused("was interrupted; try again", interrupted);
    }
  }

  private void show(InputStream said) {
    try (said) {
      said.transferTo(err);
      err.flush();
    } catch (IOException ended) {
      // A program that is killed takes its pipe with it.
    }
  }

  private static String read(InputStream printed) {
    try (printed) {
      return new String(printed.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException ended) {
      return "";
    }
  }

  private SettingsException refused(String what, @Nullable Exception cause) {
    String line = given.by() + ": '" + given.text() + "' " + what;
    return cause == null ? new SettingsException(line) : new SettingsException(line, cause);
  }

  private static ProcessBuilder.Redirect nothing() {
    String none = File.separatorChar == '\\' ? "NUL" : "/dev/null";
    return ProcessBuilder.Redirect.from(new File(none));
  }

  private static void begin(Runnable work) {
    var thread = new Thread(work, "sluice-key");
    thread.setDaemon(true);
    thread.start();
  }
}
