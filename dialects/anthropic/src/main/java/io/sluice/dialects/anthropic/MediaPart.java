package io.sluice.dialects.anthropic;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.json.JsonWriter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates OpenAI's parts of a message for images and files into Anthropic's blocks; any other
 * part is passed on unchanged. Sounds are refused, and so is what a block has no place for.
 */
final class MediaPart {
  private static final Pattern DATA = Pattern.compile("data:([^;,]+);base64,(.*)", Pattern.DOTALL);

  private MediaPart() {}

  /**
   * The block for a part.
   *
   * @throws IllegalArgumentException in one line, if Anthropic has none for it
   */
  static Json of(Json part) {
    Optional<JsonObject> object = new JsonValue(part).object();
    return switch (object.flatMap(it -> it.string("type")).orElse("")) {
      case "image_url" -> image(object.flatMap(it -> it.object("image_url")));
      case "file" -> document(object.flatMap(it -> it.object("file")));
      case "input_audio" ->
          throw new IllegalArgumentException(
              "Anthropic takes no sound (input_audio); leave it out, or send its text");
      default -> part;
    };
  }

  private static Json image(Optional<JsonObject> image) {
    String url =
        image
            .filter(it -> it.string("detail").orElse("auto").equals("auto"))
            .filter(it -> Set.of("url", "detail").containsAll(it.members().keySet()))
            .flatMap(it -> it.string("url"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Anthropic takes an image_url with a 'url' alone; leave the rest out"));
    return JsonWriter.json(text -> source(text.field("type", "image"), url));
  }

  private static Json document(Optional<JsonObject> file) {
    String data =
        file.filter(it -> Set.of("filename", "file_data").containsAll(it.members().keySet()))
            .flatMap(it -> it.string("file_data"))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Anthropic takes a file with 'file_data' and 'filename' alone; give its"
                            + " data"));
    Optional<String> title = file.flatMap(it -> it.string("filename"));
    return JsonWriter.json(
        text -> {
          source(text.field("type", "document"), data);
          text.field("title", title);
        });
  }

  private static void source(JsonWriter block, String url) {
    Matcher data = DATA.matcher(url);
    boolean inline = data.matches();
    block.object(
        "source",
        source -> {
          if (inline) {
            source
                .field("type", "base64")
                .field("media_type", data.group(1))
                .field("data", data.group(2));
          } else {
            source.field("type", "url").field("url", url);
          }
        });
  }
}
