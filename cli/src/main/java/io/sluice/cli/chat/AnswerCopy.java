package io.sluice.cli.chat;

import io.sluice.cli.command.Call;
import io.sluice.cli.settings.UsageException;
import io.sluice.cli.terminal.Clipboard;
import io.sluice.text.CodeSelection;
import java.nio.charset.StandardCharsets;

/**
 * The last answer, or one of its code blocks, for the clipboard of the terminal.
 *
 * @param what what is copied, as a line calls it
 * @param text what the clipboard gets
 */
record AnswerCopy(String what, String text) {
  private static final String CODE = "code";
  private static final String ANSWER = "the last answer";

  /**
   * Finds what is to be copied: the answer without an argument, its last code block for {@code
   * code}, and the block that {@link CodeSelection#parse} reads behind {@code code}. Blanks at the
   * end are left out, so that a shell does not run a command that is pasted.
   *
   * @throws UsageException in one line, if there is no answer, no such block or nothing in it
   * @throws IllegalArgumentException in one line, if the argument names no block
   */
  static AnswerCopy of(Conversation conversation, String argument) {
    String answer =
        conversation
            .last()
            .map(Conversation.Exchange::said)
            .orElseThrow(() -> new UsageException("nothing was answered yet"));
    if (argument.isEmpty()) {
      return new AnswerCopy(ANSWER, answer.strip());
    }
    String[] words = argument.split("\\s+", 2);
    if (!words[0].equals(CODE)) {
      throw new UsageException(
          "/copy takes no '" + argument + "'; use /copy, /copy code or /copy code 2");
    }
    return code(answer, words.length > 1 ? CodeSelection.parse(words[1]) : CodeSelection.last());
  }

  private static AnswerCopy code(String answer, CodeSelection block) {
    String code =
        block
            .of(answer)
            .orElseThrow(() -> new UsageException(ANSWER + " has no " + block.description()))
            .stripTrailing();
    String what = ANSWER + "'s " + block.description();
    if (code.isEmpty()) {
      throw new UsageException(what + " is empty");
    }
    return new AnswerCopy(what, code);
  }

  /**
   * Sends it to the clipboard, and returns the line that says so.
   *
   * @throws UsageException in one line, if it is too long or there is no clipboard
   */
  String send(Call call) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Clipboard.LONGEST_BYTES) {
      throw new UsageException(
          what + " has " + bytes + " bytes, too many for a clipboard; use /save FILE");
    }
    if (!call.streams().terminals().err()) {
      throw new UsageException("stderr is no terminal, so there is no clipboard; use /save FILE");
    }
    new Clipboard(call.streams().err(), call.environment()).set(text);
    return what
        + " was sent to the clipboard: "
        + text.codePointCount(0, text.length())
        + " characters";
  }
}
