package io.sluice.stages;

import io.sluice.chat.Json;
import io.sluice.stages.secret.JsonSecretFilter;
import io.sluice.stages.secret.Secrets;
import io.sluice.stream.Delta;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes secrets out of fields that are not modelled. Nobody knows which of them say the answer once
 * more, a piece in each chunk, as {@code logprobs} do: of those in a choice or a message only
 * {@code true}, {@code false} and whole numbers of fewer than ten digits are left. Mutable; for one
 * thread.
 */
final class FieldRedaction {

  private static final Json REMOVED = Json.verbatim("\"[removed]\"");

  private static final Pattern PLAIN = Pattern.compile("true|false|-?[0-9]{1,9}");

  private static final int REMEMBERED = 64;
  private static final int LONGEST_REMEMBERED = 1024;

  private final JsonSecretFilter filter;

  /** By its name, the field found without a secret last: most are said anew in every chunk. */
  private final Map<String, Delta.Other> clean = new HashMap<>();

  FieldRedaction(Secrets secrets) {
    this.filter = secrets.jsonFilter();
  }

  /** Adds the field without secrets, unless it is not to pass. */
  void add(Delta.Other field, ChunkAssembly chunk) {
    if (field.place() == Delta.Place.CHUNK) {
      chunk.add(redacted(field));
    } else if (isPlain(field.value())) {
      chunk.add(field);
    }
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

  private Delta.Other redacted(Delta.Other field) {
    if (field.equals(clean.get(field.name()))) {
      return field;
    }
    Json value = redacted(field.value());
    if (!value.equals(field.value())) {
      return new Delta.Other(field.choice(), field.place(), field.name(), value, field.fold());
    }
    if (clean.size() < REMEMBERED && value.text().length() <= LONGEST_REMEMBERED) {
      clean.put(field.name(), field);
    }
    return field;
  }

  /** A value with a secret in it is replaced as a whole, so that it stays JSON. */
  private Json redacted(Json value) {
    return filter.findsIn(value.text()) ? REMOVED : value;
  }

  private static boolean isPlain(Json value) {
    return PLAIN.matcher(value.text().strip()).matches();
  }
}
