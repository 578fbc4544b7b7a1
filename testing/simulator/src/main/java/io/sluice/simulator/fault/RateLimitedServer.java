package io.sluice.simulator.fault;

import io.sluice.simulator.chat.ChatAsk;
import io.sluice.simulator.chat.Documents;
import io.sluice.simulator.request.ErrorBody;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Refuses what exceeds a limit of a minute, which is refilled steadily, and states the limit with
 * every answer in the header fields of OpenAI. What is larger than the limit passes when nothing of
 * it is used. Unlike other effects it counts over all requests of its server. Mutable; used on the
 * one event loop.
 */
final class RateLimitedServer implements Effect {
  private static final double NANOS_A_MINUTE = 60e9;
  private static final double NANOS_A_SECOND = 1e9;

  private final String unit;
  private final long most;
  private final ToLongFunction<ChatAsk> use;
  private final LongSupplier nanoTime;
  private double left;
  private long at;

  RateLimitedServer(String unit, long most, ToLongFunction<ChatAsk> use) {
    this(unit, most, use, System::nanoTime);
  }

  RateLimitedServer(String unit, long most, ToLongFunction<ChatAsk> use, LongSupplier nanoTime) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "a limit of " + most + " " + unit + " a minute lets nothing pass; write 1 or more");
    }
    this.unit = unit;
    this.most = most;
    this.use = use;
    this.nanoTime = nanoTime;
    this.left = most;
    this.at = nanoTime.getAsLong();
  }

  @Override
  public Script play(Script healthy, FaultedRequest exchange) {
    refill();
    long needed = use.applyAsLong(exchange.ask());
    if (needed > left && left < most) {
      return refused(needed, exchange);
    }
    left -= needed;
    Map<String, String> fields = fields();
    return healthy.each(
        step -> Script.of(step instanceof Step.Head head ? with(head, fields) : step));
  }

  private void refill() {
    long now = nanoTime.getAsLong();
    left = Math.min((double) most, left + (double) (now - at) * most / NANOS_A_MINUTE);
    at = now;
  }

  private Script refused(long needed, FaultedRequest exchange) {
    Map<String, String> all = new LinkedHashMap<>(fields());
    all.put("Content-Type", "application/json");
    double wait = seconds(Math.min(needed, most) - left);
    all.put("Retry-After", Long.toString((long) Math.max(1, Math.ceil(wait))));
    return Documents.of(429, all, exchange.api().refusal(429, ErrorBody.of(429)));
  }

  private Map<String, String> fields() {
    return Map.of(
        "x-ratelimit-limit-" + unit, Long.toString(most),
        "x-ratelimit-remaining-" + unit, Long.toString((long) Math.max(0, left)),
        "x-ratelimit-reset-" + unit,
            String.format(Locale.ROOT, "%.3fs", Math.max(0, seconds(most - left))));
  }

  private double seconds(double amount) {
    return amount * NANOS_A_MINUTE / most / NANOS_A_SECOND;
  }

  private static Step with(Step.Head head, Map<String, String> fields) {
    Step.Head all = head;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      all = all.with(field.getKey(), field.getValue());
    }
    return all;
  }
}
