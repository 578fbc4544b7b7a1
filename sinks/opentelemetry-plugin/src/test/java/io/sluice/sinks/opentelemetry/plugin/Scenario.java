package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import io.sluice.stream.Chunk;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;

/** The ways in which a run can go. */
enum Scenario {
  COMPLETE {
    @Override
    AnswerScript script() {
      return text().chunk(Chunks.finish()).chunk(USAGE).done();
    }
  },
  TRUNCATED {
    @Override
    AnswerScript script() {
      return text().cut();
    }
  },
  FAILED_429 {
    @Override
    AnswerScript script() {
      return AnswerScript.silence()
          .retry()
          .end(
              new End.Failed(
                  Failure.Http.builder(429, "Slow down, Danube.")
                      .code("rate_limit_exceeded")
                      .build()));
    }
  },
  STOPPED {
    @Override
    AnswerScript script() {
      return text().text(" more").chunk(Chunks.finish()).done();
    }
  },
  TOOLS {
    @Override
    ChatRequest request() {
      return asked().tool(new Tool("river", "Finds rivers.", new Json("{}"))).build();
    }

    @Override
    AnswerScript script() {
      return AnswerScript.silence()
          .chunk(
              Chunks.read(
                  "{\"id\":\"chatcmpl-1\",\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":"
                      + "[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\","
                      + "\"type\":\"function\",\"function\":{\"name\":\"river\",\"arguments\":"
                      + "\"{\\\"name\\\":\\\"Danube\\\"}\"}}]},\"finish_reason\":\"tool_calls\"}]}"))
          .chunk(USAGE)
          .done();
    }
  },
  REASONING {
    @Override
    AnswerScript script() {
      return AnswerScript.silence()
          .chunk(Chunks.reasoning("Danube or Rhine?"))
          .text("Danube.")
          .chunk(Chunks.finish())
          .chunk(USAGE)
          .done();
    }
  },
  TWO_CHOICES {
    @Override
    ChatRequest request() {
      return asked().choices(2).build();
    }

    @Override
    AnswerScript script() {
      return AnswerScript.silence()
          .chunk(Chunks.text(0, "Danube."))
          .chunk(Chunks.text(1, "Rhine."))
          .chunk(Chunks.finish(0))
          .chunk(Chunks.finish(1))
          .chunk(USAGE)
          .done();
    }
  },
  NO_USAGE {
    @Override
    AnswerScript script() {
      return text().chunk(Chunks.finish()).done();
    }
  };

  /** With parts, which have names of their own. */
  private static final Chunk USAGE =
      Chunks.read(
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":11,\"completion_tokens\":7,"
              + "\"total_tokens\":18,\"prompt_tokens_details\":{\"cached_tokens\":4,"
              + "\"cache_write_tokens\":2},"
              + "\"completion_tokens_details\":{\"reasoning_tokens\":3}}}");

  ChatRequest request() {
    return asked().build();
  }

  abstract AnswerScript script();

  private static ChatRequest.Builder asked() {
    return ChatRequest.builder("gpt-4o-mini")
        .system("Speak of rivers.")
        .user("Name the Danube.")
        .temperature(0.5)
        .maxTokens(20);
  }

  private static AnswerScript text() {
    return AnswerScript.silence()
        .chunk(
            Chunks.read(
                "{\"id\":\"chatcmpl-1\",\"model\":\"gpt-4o-mini-2024-07-18\",\"choices\":"
                    + "[{\"index\":0,\"delta\":{\"content\":\"The \"}}]}"))
        .text("Danube.");
  }
}
