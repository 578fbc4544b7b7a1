package io.sluice.dialects.gemini;

import io.sluice.chat.Json;
import io.sluice.json.JsonObject;
import io.sluice.json.JsonWriter;
import io.sluice.wire.request.DataUrl;
import io.sluice.wire.request.RequestPart;
import java.net.URLConnection;
import java.util.Optional;

/** A part of a message in Gemini's form: media are inline, or files that Google can fetch. */
final class MediaPart {

  private MediaPart() {}

  static Json of(RequestPart part) {
    if (part instanceof RequestPart.Text text) {
      return JsonWriter.json(it -> it.field("text", text.text()));
    }
    if (part instanceof RequestPart.Image image) {
      return media(image.url(), "image/jpeg");
    }
    if (part instanceof RequestPart.Document document) {
      return file(document.members());
    }
    if (part instanceof RequestPart.Audio audio) {
      return inline(new DataUrl("audio/" + audio.format(), audio.data()));
    }
    return ((RequestPart.Unknown) part).json();
  }

  private static Json file(JsonObject file) {
    String url =
        file.string("file_data")
            .or(() -> file.string("file_url"))
            .or(() -> file.string("file_id"))
            .orElseThrow(
                () -> RequestBody.API.part("a file without content", "give it a file_data"));
    return media(url, "application/pdf");
  }

  private static Json media(String url, String usual) {
    Optional<DataUrl> data = DataUrl.read(url);
    if (data.isPresent()) {
      return inline(data.get());
    }
    String guessed = URLConnection.guessContentTypeFromName(url);
    String type = guessed == null ? usual : guessed;
    return JsonWriter.json(
        part -> part.object("fileData", it -> it.field("fileUri", url).field("mimeType", type)));
  }

  private static Json inline(DataUrl data) {
    return JsonWriter.json(
        part ->
            part.object(
                "inlineData",
                it -> it.field("mimeType", data.mediaType()).field("data", data.data())));
  }
}
