package io.sluice.dialects.responses;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.RequestPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The content of an input item: a string, or parts with the names of this API. */
final class InputPart {

  private InputPart() {}

  static Json content(List<RequestPart> parts) {
    return RequestPart.text(parts)
        .map(JsonWriter::json)
        .orElseGet(
            () ->
                new Json(
                    parts.stream()
                        .map(part -> of(part).text())
                        .collect(Collectors.joining(",", "[", "]"))));
  }

  private static Json of(RequestPart part) {
    if (part instanceof RequestPart.Text text) {
      return JsonWriter.json(it -> it.field("type", "input_text").field("text", text.text()));
    }
    if (part instanceof RequestPart.Image image) {
      return JsonWriter.json(
          it ->
              it.field("type", "input_image")
                  .field("image_url", image.url())
                  .field("detail", image.detail()));
    }
    if (part instanceof RequestPart.Document document) {
      return file(document.members());
    }
    if (part instanceof RequestPart.Audio) {
      throw RequestBody.API.part("sound (input_audio)", "leave it out, or send its text");
    }
    return ((RequestPart.Unknown) part).json();
  }

  private static Json file(JsonObject file) {
    Optional<String> data = file.string("file_data");
    if (data.isEmpty() && file.string("file_id").isEmpty() && file.string("file_url").isEmpty()) {
      throw RequestBody.API.part("a file without content", "give it a file_data or a file_id");
    }
    return JsonWriter.json(
        text -> {
          text.field("type", "input_file");
          file.members().forEach(text::field);
        });
  }
}
