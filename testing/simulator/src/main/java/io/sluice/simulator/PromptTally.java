package io.sluice.simulator;

import io.sluice.simulator.chat.Api;
import io.sluice.simulator.request.RequestFields;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Counts the requests of each prompt, for tests of whether a client asks anything twice. A prompt
 * is the text of the last message of the user. Pass it to {@link SimulatorBuilder#onRequest}.
 * Thread-safe.
 */
public final class PromptTally implements Consumer<Received> {
  /** The most different prompts that are counted; further ones count in the sum alone. */
  public static final int MOST_PROMPTS = 1_000_000;

  private final Map<String, Integer> counts = new HashMap<>();
  private long sum;

  /** Creates a tally of no requests. */
  public PromptTally() {}

  @Override
  public synchronized void accept(Received request) {
    int mark = request.path().indexOf('?');
    String path = mark < 0 ? request.path() : request.path().substring(0, mark);
    String query = mark < 0 ? "" : request.path().substring(mark + 1);
    prompt(request, Routes.api(path, query)).ifPresent(this::count);
  }

  /** How many requests had that prompt. */
  public synchronized int of(String prompt) {
    return counts.getOrDefault(prompt, 0);
  }

  /** How many requests had a prompt. */
  public synchronized long sum() {
    return sum;
  }

  /** The number of requests by prompt. A copy. */
  public synchronized Map<String, Integer> all() {
    return Map.copyOf(counts);
  }

  private void count(String prompt) {
    sum++;
    if (counts.size() < MOST_PROMPTS || counts.containsKey(prompt)) {
      counts.merge(prompt, 1, Integer::sum);
    }
  }

  private static Optional<String> prompt(Received request, Optional<Api> api) {
    try {
      return api.map(
          it ->
              it.read(RequestFields.of(request.body().getBytes(StandardCharsets.UTF_8)))
                  .dialogue()
                  .prompt());
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }
}
