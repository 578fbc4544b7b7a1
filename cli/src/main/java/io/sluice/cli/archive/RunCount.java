package io.sluice.cli.archive;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.sink.StreamContext;
import java.util.Optional;

/** The count of tokens that is kept with a run, in the words of {@code --json}. */
final class RunCount {
  private RunCount() {}

  static Optional<Json> of(Optional<ChatRequest> request, Completion completion) {
    return Optional.of(Counting.of(request, completion).json());
  }

  /** Loads what counting needs while the answer is on its way: at the end everybody would wait. */
  static void warmUp(StreamContext context) {
    of(context.request(), Completion.empty());
  }
}
