package io.sluice.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.FinishReason.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words mean by which servers say why an answer ended. */
class FinishReasonTest {
  @ParameterizedTest
  @CsvSource({
    "stop, END",
    "eos, END",
    "42, END",
    "tool_calls, TOOLS",
    "tool_use, TOOLS",
    "length, LENGTH",
    "max_tokens, LENGTH",
    "MAX_TOKENS, LENGTH",
    "model_length, LENGTH",
    "model_context_window_exceeded, LENGTH",
    "content_filter, FILTER",
    "SAFETY, FILTER",
    "sensitive, FILTER",
    "PROHIBITED_CONTENT, FILTER",
    "error, BREAKDOWN",
    "network_error, BREAKDOWN",
    "insufficient_system_resource, BREAKDOWN",
    "abort, BREAKDOWN",
    "MALFORMED_FUNCTION_CALL, BREAKDOWN"
  })
  void aWordMeansTheSameInEverySpelling(String word, Meaning meaning) {
    var reason = new FinishReason(word);

    assertThat(reason.meaning()).isEqualTo(meaning);
    assertThat(reason.cutsTheAnswer())
        .isEqualTo(meaning == Meaning.LENGTH || meaning == Meaning.FILTER);
  }
}
