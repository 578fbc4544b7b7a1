package io.sluice.stages;

import io.sluice.chat.Json;
import io.sluice.stages.secret.JsonSecretFilter;
import io.sluice.stages.secret.Secrets;
import io.sluice.stream.Delta;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes secrets out of fields that are not modelled. Nobody knows which of them say the answer once
 * more, a piece in each chunk, as {@code logprobs} do: of those in a choice or a message only
 * {@code true}, {@code false} and whole numbers of fewer than ten digits are left. Mutable; for one
 * thread.
 */
final class FieldRedaction {

  private static final Json REMOVED = new Json("\"[removed]\"");

  private static final Pattern PLAIN = Pattern.compile("true|false|-?[0-9]{1,9}");

  private final JsonSecretFilter filter;

  FieldRedaction(Secrets secrets) {
    this.filter = secrets.jsonFilter();
  }

  /** The field without secrets; empty if it is not to pass. */
  Optional<Delta.Other> redacted(Delta.Other field) {
    if (field.place() != Delta.Place.CHUNK) {
      return Optional.of(field).filter(named -> isPlain(named.value()));
    }
    Json value = redacted(field.value());
    return Optional.of(
        value.equals(field.value())
            ? field
            : new Delta.Other(field.choice(), field.place(), field.name(), value, field.fold()));
  }

  /** The fragment, with its arguments as they are and no secret in its other fields. */
  Delta.ToolCall redacted(Delta.ToolCall call) {
    if (call.other().isEmpty()) {
      return call;
    }
    Map<String, Json> fields = new LinkedHashMap<>();
    call.other().forEach((name, value) -> fields.put(name, redacted(value)));
    return new Delta.ToolCall(
        call.choice(), call.index(), call.id(), call.name(), call.arguments(), fields);
  }

  /** A value with a secret in it is replaced as a whole, so that it stays JSON. */
  private Json redacted(Json value) {
    String begun = filter.add(value.text());
    return value.text().equals(begun + filter.end()) ? value : REMOVED;
  }

  private static boolean isPlain(Json value) {
    return PLAIN.matcher(value.text().strip()).matches();
  }
}
