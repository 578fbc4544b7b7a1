package io.sluice.dialects.bedrock;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.DataUrl;
import io.sluice.wire.request.RequestPart;
import java.util.Map;
import java.util.Optional;

/** A part of a message as a block: media are inline, since the server fetches nothing. */
final class MediaBlock {

  private static final Map<String, String> FORMATS =
      Map.of(
          "plain", "txt",
          "markdown", "md",
          "vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
          "vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx",
          "msword", "doc",
          "vnd.ms-excel", "xls");

  private MediaBlock() {}

  static Json of(RequestPart part) {
    if (part instanceof RequestPart.Text text) {
      return JsonWriter.json(block -> block.field("text", text.text()));
    }
    if (part instanceof RequestPart.Image image) {
      DataUrl data =
          DataUrl.read(image.url())
              .orElseThrow(
                  () -> RequestBody.API.part("the URL of an image", "send it as a data URL"));
      return JsonWriter.json(
          block -> block.object("image", it -> source(it.field("format", format(data)), data)));
    }
    if (part instanceof RequestPart.Document document) {
      return document(document.members());
    }
    if (part instanceof RequestPart.Unknown unknown) {
      return unknown.json();
    }
    throw RequestBody.API.part("sound (input_audio)", "leave it out, or send its text");
  }

  private static Json document(JsonObject file) {
    DataUrl data =
        file.string("file_data")
            .flatMap(DataUrl::read)
            .orElseThrow(
                () ->
                    RequestBody.API.part(
                        "a file without content", "give it a file_data that is a data URL"));
    String name = name(file.string("filename"));
    return JsonWriter.json(
        block ->
            block.object(
                "document",
                it -> source(it.field("format", format(data)).field("name", name), data)));
  }

  /** A name has letters, digits, blanks, hyphens and brackets alone. */
  private static String name(Optional<String> given) {
    String bare = given.map(it -> it.replaceFirst("\\.[^.]*$", "")).orElse("document");
    return bare.replaceAll("[^A-Za-z0-9 ()\\[\\]-]", "-");
  }

  private static String format(DataUrl data) {
    String subtype = data.mediaType().substring(data.mediaType().indexOf('/') + 1);
    return FORMATS.getOrDefault(subtype, subtype);
  }

  private static void source(JsonWriter block, DataUrl data) {
    block.object("source", source -> source.field("bytes", data.data()));
  }
}
