package io.sluice.transcript;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.limit.RateLimit;
import io.sluice.limit.RateLimits;
import io.sluice.limit.RateLimits.Unit;
import io.sluice.stream.ResponseHead;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of a response as transcripts and results have it. Missing or malformed fields count as
 * absent when it is read.
 */
final class HeadJson {

  private HeadJson() {}

  static Json write(ResponseHead head) {
    return JsonWriter.json(
        json -> {
          json.field("status", head.status()).field("request_id", head.requestId());
          head.limits().ifPresent(limits -> json.object("rate_limits", to -> limits(to, limits)));
          json.object("fields", to -> head.fields().forEach(to::field));
        });
  }

  private static void limits(JsonWriter json, RateLimits limits) {
    for (Unit unit : Unit.values()) {
      limits.of(unit).ifPresent(limit -> json.object(unit.word(), to -> limit(to, limit)));
    }
  }

  private static void limit(JsonWriter json, RateLimit limit) {
    limit.limit().ifPresent(most -> json.field("limit", most));
    limit.remaining().ifPresent(left -> json.field("remaining", left));
    limit.reset().ifPresent(wait -> json.field("reset_ms", Milliseconds.write(wait)));
  }

  /** The head; empty if the object has no status. */
  static Optional<ResponseHead> read(JsonObject json) {
    OptionalLong status = json.wholeNumber("status");
    return status.isEmpty()
        ? Optional.empty()
        : Optional.of(read(json, ResponseHead.builder((int) status.getAsLong())));
  }

  private static ResponseHead read(JsonObject json, ResponseHead.Builder head) {
    json.string("request_id").ifPresent(head::requestId);
    json.object("rate_limits").map(HeadJson::limits).ifPresent(head::limits);
    json.object("fields")
        .ifPresent(
            fields ->
                fields
                    .members()
                    .keySet()
                    .forEach(
                        name -> fields.string(name).ifPresent(value -> head.field(name, value))));
    return head.build();
  }

  private static RateLimits limits(JsonObject json) {
    RateLimits.Builder limits = RateLimits.builder();
    for (Unit unit : Unit.values()) {
      json.object(unit.word()).ifPresent(stated -> limits.limit(unit, limit(stated)));
    }
    return limits.build();
  }

  private static RateLimit limit(JsonObject json) {
    return new RateLimit(
        count(json, "limit"), count(json, "remaining"), OutcomeReader.millis(json, "reset_ms"));
  }

  private static OptionalLong count(JsonObject json, String name) {
    OptionalLong number = json.wholeNumber(name);
    return number.orElse(-1) < 0 ? OptionalLong.empty() : number;
  }
}
