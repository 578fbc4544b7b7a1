package io.sluice.batch;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;

/** Counts the tokens of rows, for limits, costs and the time that is left. Thread-safe. */
public interface RowMeter {

  /** Returns a meter that reckons with four characters a token; no count of it is exact. */
  static RowMeter byLength() {
    return new LengthMeter();
  }

  /** Returns the tokens of a prompt, before it is sent. */
  Count prompt(ChatRequest request);

  /** Returns the tokens of an answer for which the server reported no usage. */
  long answer(ChatRequest request, Completion completion);

  /**
   * A number of tokens.
   *
   * @param tokens how many
   * @param isExact whether the server is sure to count the same
   */
  record Count(long tokens, boolean isExact) {}

  /** The meter of those who have no tokenizer. */
  final class LengthMeter implements RowMeter {
    private static final int CHARACTERS = 4;

    private LengthMeter() {}

    @Override
    public Count prompt(ChatRequest request) {
      long characters = 0;
      for (Message message : request.messages()) {
        characters += message.content().map(String::length).orElse(0);
      }
      return new Count(characters / CHARACTERS + 1, false);
    }

    @Override
    public long answer(ChatRequest request, Completion completion) {
      return completion.text().length() / CHARACTERS + 1L;
    }
  }
}
