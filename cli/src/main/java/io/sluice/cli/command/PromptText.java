package io.sluice.cli.command;

import io.sluice.cli.settings.FlagKey;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Terminals;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where the prompt of a call is from: the words of the command line, behind what is piped in and a
 * blank line; or the editor of the user, which begins with the words.
 *
 * @param words the words of the command line
 * @param origin what is read beside them
 */
public record PromptText(List<String> words, Origin origin) {
  /** Copies the words. */
  public PromptText {
    words = List.copyOf(words);
  }

  /**
   * The prompt that these arguments ask for.
   *
   * @param taken whether stdin is something else than a part of the prompt
   */
  public static PromptText of(Arguments arguments, boolean taken) {
    Origin others = taken ? Origin.WORDS : Origin.STDIN;
    return new PromptText(arguments.words(), arguments.on(FlagKey.EDITOR) ? Origin.EDITOR : others);
  }

  /** The flag that asks for the editor. */
  public static OptionSpec editorFlag() {
    return Flag.on(FlagKey.EDITOR, "write the prompt in your editor; the words begin it");
  }

  /**
   * Reads the prompt: waits for the end of stdin, unless a person would have to type it, or for the
   * end of the editor.
   *
   * @return blank, if there is none
   * @throws UsageException in one line, if it is no text
   * @throws IOException if it cannot be read
   */
  public String read(Call call) throws IOException {
    String asked = String.join(" ", words);
    return switch (origin) {
      case EDITOR -> written(asked, call);
      case STDIN -> joined(piped(call), asked);
      case WORDS -> asked;
    };
  }

  private static String written(String asked, Call call) throws IOException {
    Terminals terminals = call.streams().terminals();
    if (!terminals.in() || !terminals.out()) {
      throw new UsageException(
          FlagKey.EDITOR.flag() + " needs a terminal; pipe the prompt in, or give it as words");
    }
    return new Editor(call).edit(asked);
  }

  private String piped(Call call) throws IOException {
    if (call.streams().terminals().in()) {
      return "";
    }
    String remedy = words.isEmpty() ? "" : "; </dev/null leaves it out";
    SilentStdin silent = SilentStdin.watch(call.notices(), "reading stdin until its end" + remedy);
    try {
      return withoutLastBreaks(InputText.prompt("stdin", call.streams().in()));
    } finally {
      silent.close();
    }
  }

  private static String joined(String piped, String asked) {
    if (piped.isBlank()) {
      return asked;
    }
    return asked.isBlank() ? piped : piped + "\n\n" + asked;
  }

  /** Says that there is no prompt. */
  public static UsageException empty() {
    return new UsageException(
        "the prompt is empty; write it after the command, as in: sluice \"Write a haiku\"");
  }

  /** The text without the line breaks at its end. */
  public static String withoutLastBreaks(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(0, end);
  }

  /** What is read beside the words of the command line. */
  public enum Origin {
    /** What is piped in, to its end. */
    STDIN,
    /** Nothing; stdin is something else. */
    WORDS,
    /** What the user writes in an editor. */
    EDITOR
  }
}
