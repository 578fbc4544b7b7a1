package io.sluice.cli.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Message;
import io.sluice.stream.Status;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerCopyTest {
  private static final String ANSWER =
      "So:\n```python\n  print(1)\n```\nand\n~~~sh\nls\n\n~~~\nor\n```go\n```\nDone.\n";

  private final Conversation conversation = new Conversation(ChatRequest.of("m", "Hello"));

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "code 1,the last answer's code block,  print(1)",
        "code first,the last answer's code block,  print(1)",
        "code Python,the last answer's code block in python,  print(1)",
        "code 2,the last answer's code block 2,ls",
        "code  sh,the last answer's code block in sh,ls"
      })
  void aCodeBlockIsNamedAsForThePrintedPart(String argument, String what, String code) {
    answered(ANSWER);

    assertThat(AnswerCopy.of(conversation, argument)).isEqualTo(new AnswerCopy(what, code));
  }

  @Test
  void codeAloneIsTheLastBlockOfTheLastAnswer() {
    answered(ANSWER);
    answered("```\na\n```\n```\nb\n```\n");

    assertThat(AnswerCopy.of(conversation, "code").text()).isEqualTo("b");
  }

  @Test
  void withoutAnArgumentItIsTheWholeAnswer() {
    answered(ANSWER);

    assertThat(AnswerCopy.of(conversation, ""))
        .isEqualTo(new AnswerCopy("the last answer", ANSWER.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "code 4 | the last answer has no code block 4",
        "code java | the last answer has no code block in java",
        "code go | the last answer's code block in go is empty",
        "code 0 | '0' names no code block; use first, last, a number from 1, or a language",
        "python | /copy takes no 'python'; use /copy, /copy code or /copy code 2"
      })
  void whatCannotBeCopiedIsSaidInALine(String argument, String line) {
    answered(ANSWER);

    assertThatThrownBy(() -> AnswerCopy.of(conversation, argument)).hasMessage(line);
  }

  @Test
  void anAnswerWithoutCodeIsNotCopiedInstead() {
    answered("No code.");

    assertThatThrownBy(() -> AnswerCopy.of(conversation, "code"))
        .hasMessage("the last answer has no code block");
  }

  private void answered(String answer) {
    conversation.answered(
        new Question("Hello", List.of()), Optional.of(Message.assistant(answer)), Status.COMPLETED);
  }
}
