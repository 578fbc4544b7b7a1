package io.sluice.benchmarks.parts;

import io.sluice.dialects.anthropic.AnthropicDialect;
import io.sluice.dialects.bedrock.BedrockDialect;
import io.sluice.dialects.cohere.CohereDialect;
import io.sluice.dialects.gemini.GeminiDialect;
import io.sluice.dialects.ollama.OllamaDialect;
import io.sluice.dialects.responses.ResponsesDialect;
import io.sluice.wire.Dialect;
import io.sluice.wire.OpenAiDialect;
import io.sluice.wire.WireEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The events of text in each dialect, as its servers send them; they differ in length. */
public enum DialectEvents {
  OPENAI(
      new OpenAiDialect(),
      "message",
      """
      {"id":"chatcmpl-B1a2b3c4d5e6f7g8h9i0j1k2l3m4n","object":"chat.completion.chunk",\
      "created":1741569952,"model":"gpt-4o-mini-2024-07-18","service_tier":"default",\
      "system_fingerprint":"fp_b376dfbbd5","choices":[{"index":0,"delta":{"content":"WORD"},\
      "logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":"q3ZkPwNUMBER"}\
      """),
  RESPONSES(
      new ResponsesDialect(),
      "response.output_text.delta",
      """
      {"type":"response.output_text.delta","sequence_number":NUMBER,\
      "item_id":"msg_68a1b2c3d4e5f60718293a4b5c6d7e8f","output_index":0,"content_index":0,\
      "delta":"WORD","logprobs":[],"obfuscation":"q3ZkPwNUMBER"}\
      """),
  ANTHROPIC(
      new AnthropicDialect(),
      "content_block_delta",
      """
      {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"WORD"}}\
      """),
  GEMINI(
      new GeminiDialect(),
      "message",
      """
      {"candidates":[{"content":{"parts":[{"text":"WORD"}],"role":"model"},"index":0}],\
      "usageMetadata":{"promptTokenCount":12,"candidatesTokenCount":NUMBER,\
      "totalTokenCount":2NUMBER,"promptTokensDetails":[{"modality":"TEXT","tokenCount":12}]},\
      "modelVersion":"gemini-2.5-flash","responseId":"q3ZkPwabcdefghijklmnop"}\
      """),
  OLLAMA(
      new OllamaDialect(),
      "message",
      """
      {"model":"llama3.2","created_at":"2026-03-04T05:06:07.00NUMBERZ",\
      "message":{"role":"assistant","content":"WORD"},"done":false}\
      """),
  COHERE(
      new CohereDialect(),
      "content-delta",
      """
      {"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"WORD"}}}}\
      """),
  BEDROCK(
      new BedrockDialect(),
      "contentBlockDelta",
      """
      {"contentBlockIndex":0,"delta":{"text":"WORD"},"p":"abcdefghijNUMBER"}\
      """);

  static final int COUNT = 1000;

  private static final String[] WORDS = {" blossoms", " in", " the", "\\n", " quiet", " river"};

  private final Dialect dialect;
  private final String type;
  private final String payload;

  DialectEvents(Dialect dialect, String type, String payload) {
    this.dialect = dialect;
    this.type = type;
    this.payload = payload;
  }

  Dialect dialect() {
    return dialect;
  }

  WireEvent[] events() {
    WireEvent[] events = new WireEvent[COUNT];
    for (int i = 0; i < COUNT; i++) {
      String said =
          payload
              .replace("WORD", WORDS[i % WORDS.length])
              .replace("NUMBER", String.valueOf(1000 + i));
      ByteBuffer bytes = ByteBuffer.wrap(said.getBytes(StandardCharsets.UTF_8));
      events[i] =
          this == BEDROCK
              ? new WireEvent.Frame(Map.of(":message-type", "event", ":event-type", type), bytes)
              : new WireEvent.Data(type, "", bytes);
    }
    return events;
  }

  /** Puts the bytes of an event back to its start, which a reader moves. */
  static void rewind(WireEvent event) {
    if (event instanceof WireEvent.Data data) {
      data.bytes().rewind();
    } else if (event instanceof WireEvent.Frame frame) {
      frame.bytes().rewind();
    }
  }
}
