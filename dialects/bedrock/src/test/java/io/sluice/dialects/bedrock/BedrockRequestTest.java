package io.sluice.dialects.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.Tool;
import io.sluice.chat.ToolCall;
import java.util.List;
import org.junit.jupiter.api.Test;

class BedrockRequestTest {

  @Test
  void anArnIsOneSegmentOfThePath() {
    var call = Calls.streamed(ChatRequest.of("arn:aws:bedrock:x/y", "hi"));

    assertThat(call.uri())
        .hasToString("https://a.example/v1/model/arn%3Aaws%3Abedrock%3Ax%2Fy/converse-stream");
    assertThat(call.headers())
        .containsEntry("Accept", "application/vnd.amazon.eventstream")
        .containsEntry("Authorization", "Bearer secret-1");
  }

  @Test
  void resultsOfToolsAreTheUsers() {
    ChatRequest request =
        ChatRequest.builder("m")
            .system("s")
            .user("hi")
            .message(
                Message.builder(Role.ASSISTANT)
                    .toolCalls(List.of(ToolCall.of("c", "f", "{\"x\":1}")))
                    .build())
            .message(Message.tool("c", "{\"y\":2}"))
            .user("and?")
            .maxTokens(7)
            .tool(new Tool("f", "does", new Json("{}")))
            .with("tool_choice", new Json("\"required\""))
            .build();

    assertThat(Calls.body(request))
        .isEqualTo(
            "{'system':[{'text':'s'}],'messages':[{'role':'user','content':[{'text':'hi'}]},"
                + "{'role':'assistant','content':[{'toolUse':{'toolUseId':'c','name':'f',"
                + "'input':{'x':1}}}]},"
                + "{'role':'user','content':[{'toolResult':{'toolUseId':'c',"
                + "'content':[{'json':{'y':2}}]}},{'text':'and?'}]}],"
                + "'inferenceConfig':{'maxTokens':7},"
                + "'toolConfig':{'tools':[{'toolSpec':{'name':'f','description':'does',"
                + "'inputSchema':{'json':{}}}}],'toolChoice':{'any':{}}}}");
  }

  @Test
  void whatCannotBeSaidIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calls.body(ChatRequest.builder("m").user("q").choices(2).build()))
        .withMessage("n is 2, which Bedrock cannot be told; ask several times");
  }
}
