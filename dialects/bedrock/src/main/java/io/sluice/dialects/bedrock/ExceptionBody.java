package io.sluice.dialects.bedrock;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.json.MalformedJsonException;
import io.sluice.json.Utf8;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of an error, which says what is wrong and not of which kind it is. */
final class ExceptionBody {

  private ExceptionBody() {}

  /** The body with the kind as its {@code type}; the same body if it is no JSON object. */
  static ByteBuffer named(ByteBuffer body, String kind) {
    try {
      Map<String, Json> members =
          new LinkedHashMap<>(JsonObject.read(Utf8.decode(body.duplicate())).members());
      members.put("type", JsonWriter.json(kind));
      return Utf8.encode(JsonWriter.object(text -> members.forEach(text::field)));
    } catch (MalformedJsonException noObject) {
      return body;
    }
  }
}
