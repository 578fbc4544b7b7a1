package io.sluice.simulator.chat;

import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.model.OfflineModel;
import java.util.ArrayList;
import java.util.List;

/** Writes the JSON of one answer: its chunks, or the answer in one piece. Immutable. */
final class AnswerJson {
  /** The JSON of a field that says nothing. */
  static final String NULL = "null";

  private final String chunkHead;
  private final String wholeHead;
  private final String chunkTail;
  private final int promptTokens;
  private final boolean detailed;

  AnswerJson(String id, long created, ChatAsk ask) {
    this.chunkHead = head(id, "chat.completion.chunk", created, ask.model());
    this.wholeHead = head(id, "chat.completion", created, ask.model());
    // A request for usage gets the field in every chunk; it is null in all but the last.
    this.chunkTail = ask.usage() == UsageWish.INCLUDED ? ",\"usage\":null}" : "}";
    this.promptTokens = ask.dialogue().texts().stream().mapToInt(OfflineModel::tokens).sum();
    this.detailed = ask.effort().isPresent();
  }

  String opening(int choice, Voice voice) {
    return chunk(choice, voice.opening(), NULL, NULL);
  }

  String content(int choice, String text, String logprobs) {
    return chunk(choice, "{\"content\":" + JsonStrings.quoted(text) + "}", logprobs, NULL);
  }

  String reasoning(int choice, String text) {
    return chunk(choice, "{\"reasoning_content\":" + JsonStrings.quoted(text) + "}", NULL, NULL);
  }

  String toolCall(int choice, String call) {
    return chunk(choice, "{\"tool_calls\":[" + call + "]}", NULL, NULL);
  }

  String finish(int choice, String reason) {
    return chunk(choice, "{}", NULL, JsonStrings.quoted(reason));
  }

  String usage(List<Voice> voices) {
    return chunkHead + ",\"choices\":[]" + usageField(voices) + "}";
  }

  /** The answer as one document, once all voices have finished. */
  String whole(List<Voice> voices) {
    var choices = new ArrayList<String>();
    for (Voice voice : voices) {
      choices.add(
          "{\"index\":"
              + choices.size()
              + ",\"message\":{\"role\":\"assistant\","
              + voice.fields()
              + "},\"logprobs\":"
              + voice.logprobs()
              + ",\"finish_reason\":"
              + JsonStrings.quoted(voice.finishReason())
              + "}");
    }
    return wholeHead
        + ",\"choices\":["
        + String.join(",", choices)
        + "]"
        + usageField(voices)
        + "}";
  }

  private String chunk(int choice, String delta, String logprobs, String finish) {
    return chunkHead
        + ",\"choices\":[{\"index\":"
        + choice
        + ",\"delta\":"
        + delta
        + ",\"logprobs\":"
        + logprobs
        + ",\"finish_reason\":"
        + finish
        + "}]"
        + chunkTail;
  }

  private static String head(String id, String object, long created, String model) {
    return "{\"id\":"
        + JsonStrings.quoted(id)
        + ",\"object\":\""
        + object
        + "\",\"created\":"
        + created
        + ",\"model\":"
        + JsonStrings.quoted(model)
        + ",\"system_fingerprint\":\"fp_sluice\"";
  }

  private String usageField(List<Voice> voices) {
    int tokens = voices.stream().mapToInt(Voice::tokens).sum();
    int reasoning = voices.stream().mapToInt(Voice::reasoningTokens).sum();
    return ",\"usage\":{\"prompt_tokens\":"
        + promptTokens
        + ",\"completion_tokens\":"
        + tokens
        + ",\"total_tokens\":"
        + (promptTokens + tokens)
        + (detailed
            ? ",\"completion_tokens_details\":{\"reasoning_tokens\":" + reasoning + "}"
            : "")
        + "}";
  }
}
