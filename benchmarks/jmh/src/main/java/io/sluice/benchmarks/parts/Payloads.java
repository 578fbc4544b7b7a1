package io.sluice.benchmarks.parts;

import java.nio.charset.StandardCharsets;

/** Chunks as OpenAI sends them, some 330 bytes long. */
public enum Payloads {

  /** All but the text and the padding is said again and again, as it is within one second. */
  REPEATED {
    @Override
    String id(int number) {
      return "chatcmpl-B1a2b3c4d5e6f7g8h9i0j1k2l3m4n";
    }
  },

  /** Each has an id of its own, so that each is parsed. */
  DIFFERENT {
    @Override
    String id(int number) {
      return String.format("chatcmpl-B1a2b3c4d5e6f7g8h9i0j%08d", number);
    }
  };

  static final int COUNT = 1000;

  private static final String[] WORDS = {" blossoms", " in", " the", "\\n", " quiet", " river"};

  abstract String id(int number);

  byte[][] payloads() {
    byte[][] payloads = new byte[COUNT][];
    for (int i = 0; i < COUNT; i++) {
      payloads[i] = payload(i).getBytes(StandardCharsets.UTF_8);
    }
    return payloads;
  }

  byte[] events() {
    var text = new StringBuilder();
    for (int i = 0; i < COUNT; i++) {
      text.append("data: ").append(payload(i)).append("\n\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String payload(int number) {
    return "{\"id\":\""
        + id(number)
        + "\",\"object\":\"chat.completion.chunk\",\"created\":1741569952,"
        + "\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
        + "\"system_fingerprint\":\"fp_b376dfbbd5\",\"choices\":[{\"index\":0,\"delta\":"
        + "{\"content\":\""
        + WORDS[number % WORDS.length]
        + "\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null,\"obfuscation\":\"q3ZkPw"
        + number
        + "\"}";
  }
}
