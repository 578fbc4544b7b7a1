package io.sluice.simulator.gemini;

import io.sluice.simulator.chat.Dialogue;
import io.sluice.simulator.chat.Dialogue.ToolResult;
import io.sluice.simulator.chat.DialogueBuilder;
import io.sluice.simulator.chat.TurnContent;
import io.sluice.simulator.json.JsonText;
import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.PictureUrl;
import io.sluice.simulator.request.RequestFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the system's text and the contents of a request. Used once. */
final class ContentsReader {
  private static final List<String> ROLES = List.of("user", "model", "function");

  private final DialogueBuilder dialogue = new DialogueBuilder();

  private ContentsReader() {}

  static Dialogue read(RequestFields request) {
    var reader = new ContentsReader();
    request
        .object("systemInstruction")
        .ifPresent(system -> reader.dialogue.system(text(parts(system))));
    List<RequestFields> contents =
        request.objects("contents").orElseThrow(() -> InvalidRequest.missing("contents"));
    if (contents.isEmpty()) {
      throw InvalidRequest.plain("contents", "* GenerateContentRequest.contents: not specified");
    }
    contents.forEach(reader::content);
    return reader.dialogue.dialogue();
  }

  private void content(RequestFields content) {
    List<RequestFields> parts = parts(content);
    if (content.word("role", ROLES).orElse("user").equals("model")) {
      dialogue.assistant(text(parts));
      return;
    }
    parts.stream()
        .flatMap(part -> part.object("functionResponse").stream())
        .forEach(
            result -> dialogue.result(new ToolResult(result.neededText("name"), said(result))));
    boolean onlyResults =
        parts.stream().allMatch(part -> part.value("functionResponse").isPresent());
    if (!onlyResults || parts.isEmpty()) {
      dialogue.user(new TurnContent(text(parts), pictures(parts)));
    }
  }

  /** A response is an object; that of a tool which answered with a text has one field. */
  private static String said(RequestFields result) {
    Map<String, Object> response = result.neededObject("response").values();
    Object only = response.getOrDefault("result", response.getOrDefault("output", response));
    return response.size() == 1 && only instanceof String text ? text : JsonText.of(response);
  }

  private static List<RequestFields> parts(RequestFields content) {
    return content.objects("parts").orElse(List.of());
  }

  /** The texts without thoughts. */
  private static String text(List<RequestFields> parts) {
    var text = new StringBuilder();
    parts.stream()
        .filter(part -> !part.flag("thought"))
        .forEach(part -> part.text("text").ifPresent(text::append));
    return text.toString();
  }

  private static List<String> pictures(List<RequestFields> parts) {
    var pictures = new ArrayList<String>();
    for (RequestFields part : parts) {
      part.object("inlineData").ifPresent(data -> pictures.add(inline(data)));
      part.object("fileData")
          .ifPresent(
              file ->
                  pictures.add(
                      PictureUrl.described(file.neededText("fileUri"), file.place("fileUri"))));
    }
    return pictures;
  }

  private static String inline(RequestFields data) {
    String url = "data:" + data.neededText("mimeType") + ";base64," + data.neededText("data");
    return PictureUrl.described(url, data.place("data"));
  }
}
