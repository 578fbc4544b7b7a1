package io.sluice.langchain4j;

import dev.langchain4j.data.audio.Audio;
import dev.langchain4j.data.image.Image;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.exception.UnsupportedFeatureException;
import io.sluice.chat.Json;
import io.sluice.json.JsonWriter;
import java.util.Locale;
import java.util.Optional;

/** Parts of a message in the form of OpenAI's chat completions. */
final class TranslatedContent {

  private TranslatedContent() {}

  static Json json(Content content) {
    if (content instanceof TextContent text) {
      return JsonWriter.json(out -> out.field("type", "text").field("text", text.text()));
    }
    if (content instanceof ImageContent image) {
      return part("image_url", image(image));
    }
    if (content instanceof AudioContent audio) {
      return part("input_audio", audio(audio.audio()));
    }
    if (content instanceof PdfFileContent pdf) {
      return part("file", pdf(pdf));
    }
    throw new UnsupportedFeatureException(
        "content of the type " + content.type() + " is not supported");
  }

  private static Json part(String type, Json value) {
    return JsonWriter.json(out -> out.field("type", type).field(type, value));
  }

  private static Json image(ImageContent content) {
    Image image = content.image();
    String url =
        Optional.ofNullable(image.url())
            .map(Object::toString)
            .orElseGet(() -> data(image.mimeType(), image.base64Data()));
    return JsonWriter.json(out -> out.field("url", url).field("detail", detail(content)));
  }

  private static String detail(ImageContent content) {
    return switch (content.detailLevel()) {
      case LOW, HIGH, AUTO -> content.detailLevel().name().toLowerCase(Locale.ROOT);
      default ->
          throw new UnsupportedFeatureException(
              "images of the detail level " + content.detailLevel() + " are not supported");
    };
  }

  /** The format is named after the second half of the media type, such as {@code audio/wav}. */
  private static Json audio(Audio audio) {
    String type = Optional.ofNullable(audio.mimeType()).orElse("audio/wav");
    String format = type.substring(type.indexOf('/') + 1).replace("mpeg", "mp3");
    String data =
        Optional.ofNullable(audio.base64Data()).orElseThrow(() -> byReference("audio files"));
    return JsonWriter.json(out -> out.field("data", data).field("format", format));
  }

  private static Json pdf(PdfFileContent content) {
    String data =
        Optional.ofNullable(content.pdfFile().base64Data())
            .orElseThrow(() -> byReference("PDF files"));
    return JsonWriter.json(
        out ->
            out.field("filename", "document.pdf")
                .field("file_data", data(content.pdfFile().mimeType(), data)));
  }

  private static String data(String type, String base64) {
    return "data:" + type + ";base64," + base64;
  }

  private static UnsupportedFeatureException byReference(String what) {
    return new UnsupportedFeatureException(
        what + " as URLs are not supported; pass them as base64 data");
  }
}
