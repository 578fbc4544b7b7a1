package io.sluice.simulator.chat;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.chat.ChatAsk.UsageWish;
import io.sluice.simulator.model.OfflineModel;
import java.util.ArrayList;
import java.util.List;

/** Writes the JSON of one answer: its chunks, or the answer in one piece. Immutable. */
final class AnswerJson {
  private final String chunkHead;
  private final String wholeHead;
  private final String chunkTail;
  private final int promptTokens;

  AnswerJson(String id, long created, ChatAsk ask) {
    this.chunkHead = head(id, "chat.completion.chunk", created, ask.model());
    this.wholeHead = head(id, "chat.completion", created, ask.model());
    // A request for usage gets the field in every chunk; it is null in all but the last.
    this.chunkTail = ask.usage() == UsageWish.INCLUDED ? ",\"usage\":null}" : "}";
    this.promptTokens = ask.messages().stream().mapToInt(OfflineModel::tokens).sum();
  }

  String role(int choice) {
    return chunk(choice, "{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}", "null");
  }

  String content(int choice, String text) {
    return chunk(choice, "{\"content\":" + JsonStrings.quoted(text) + "}", "null");
  }

  String toolCall(int choice, String call) {
    return chunk(choice, "{\"tool_calls\":[" + call + "]}", "null");
  }

  String finish(int choice, String reason) {
    return chunk(choice, "{}", JsonStrings.quoted(reason));
  }

  String usage(int completionTokens) {
    return chunkHead + ",\"choices\":[]" + usageField(completionTokens) + "}";
  }

  /** The answer as one document, once all voices have finished. */
  String whole(List<Voice> voices) {
    var choices = new ArrayList<String>();
    for (Voice voice : voices) {
      choices.add(
          "{\"index\":"
              + choices.size()
              + ",\"message\":"
              + voice.message()
              + ",\"logprobs\":null,\"finish_reason\":"
              + JsonStrings.quoted(voice.finishReason())
              + "}");
    }
    int tokens = voices.stream().mapToInt(Voice::tokens).sum();
    return wholeHead
        + ",\"choices\":["
        + String.join(",", choices)
        + "]"
        + usageField(tokens)
        + "}";
  }

  private String chunk(int choice, String delta, String finish) {
    return chunkHead
        + ",\"choices\":[{\"index\":"
        + choice
        + ",\"delta\":"
        + delta
        + ",\"logprobs\":null,\"finish_reason\":"
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

  private String usageField(int completionTokens) {
    return ",\"usage\":{\"prompt_tokens\":"
        + promptTokens
        + ",\"completion_tokens\":"
        + completionTokens
        + ",\"total_tokens\":"
        + (promptTokens + completionTokens)
        + "}";
  }
}
