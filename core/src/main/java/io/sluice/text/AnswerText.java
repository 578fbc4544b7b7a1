package io.sluice.text;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The text of one answer as people read it: the text of choice 0 as it arrives; after the end the
 * other choices, each below a heading, and the refusal of a choice that has no text. With a {@link
 * CodeSelection}, only the code block of each choice that the selection means, or the whole text of
 * a choice without such a block. Mutable; for one answer and one thread.
 */
public final class AnswerText {

  private final Optional<CodeSelection> selection;
  private final Optional<SelectedCode> code;

  private AnswerText(Optional<CodeSelection> selection) {
    this.selection = selection;
    this.code = selection.map(SelectedCode::new);
  }

  /** Returns the whole text of an answer. */
  public static AnswerText whole() {
    return new AnswerText(Optional.empty());
  }

  /** Returns the code blocks of an answer that {@code selection} means, one of each choice. */
  public static AnswerText of(CodeSelection selection) {
    return new AnswerText(Optional.of(selection));
  }

  /** Takes the next part of choice 0, and returns what is to be printed now; often nothing. */
  public String add(String part) {
    return code.map(taken -> taken.add(part)).orElse(part);
  }

  /**
   * Writes all that {@link #add} has not returned. The headings of choices are written as they are.
   *
   * @param answer the whole answer
   * @param shown returns the form in which a text is written; each text is complete
   * @throws IOException if the output refuses bytes
   */
  public void writeRest(Completion answer, TextOutput out, UnaryOperator<String> shown)
      throws IOException {
    out.write(shown.apply(code.map(taken -> taken.end(answer.text())).orElse("")));
    for (Choice choice : answer.choices()) {
      writeRest(choice, out, shown);
    }
  }

  private void writeRest(Choice choice, TextOutput out, UnaryOperator<String> shown)
      throws IOException {
    Message message = choice.message();
    String content = message.content().orElse("");
    if (choice.index() != 0) {
      out.endLine();
      out.write("--- choice " + choice.index() + " ---\n");
      out.write(shown.apply(selection.flatMap(block -> block.of(content)).orElse(content)));
    }
    if (content.isEmpty()) {
      out.write(shown.apply(message.refusal().orElse("")));
    }
  }
}
