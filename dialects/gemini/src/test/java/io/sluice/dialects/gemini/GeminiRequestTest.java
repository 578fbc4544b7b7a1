package io.sluice.dialects.gemini;

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

class GeminiRequestTest {

  @Test
  void theModelIsInTheUrlAndTheKeyInAHeader() {
    var call = Calls.streamed(ChatRequest.of("models/a b", "hi"));

    assertThat(call.uri())
        .hasToString("https://a.example/v1/models/a%20b:streamGenerateContent?alt=sse");
    assertThat(call.headers()).containsEntry("x-goog-api-key", "secret-1");
  }

  @Test
  void callsAndResultsGoByTheNameOfTheFunction() {
    ToolCall call = ToolCall.of("sluice_r_0", "f", "");
    ChatRequest request =
        ChatRequest.builder("m")
            .system("s")
            .user("hi")
            .message(
                Message.builder(Role.ASSISTANT)
                    .toolCalls(List.of(call))
                    .with(
                        "content_order",
                        new Json("{\"gemini\":[{\"call\":true,\"thoughtSignature\":\"x\"}]}"))
                    .build())
            .message(Message.tool("sluice_r_0", "warm"))
            .build();

    assertThat(Calls.body(request))
        .isEqualTo(
            "{'systemInstruction':{'parts':[{'text':'s'}]},'contents':["
                + "{'role':'user','parts':[{'text':'hi'}]},"
                + "{'role':'model','parts':[{'functionCall':{'name':'f','args':{}},"
                + "'thoughtSignature':'x'}]},"
                + "{'role':'user','parts':[{'functionResponse':{'name':'f',"
                + "'response':{'result':'warm'}}}]}]}");
  }

  @Test
  void settingsAreInTheConfig() {
    ChatRequest request =
        ChatRequest.builder("gemini-2.5-flash")
            .user("hi")
            .temperature(0.5)
            .maxTokens(9)
            .stop("x")
            .choices(2)
            .tool(new Tool("f", "", new Json("{}")))
            .with("tool_choice", new Json("\"required\""))
            .with("reasoning_effort", new Json("\"low\""))
            .with("response_format", new Json("{\"type\":\"json_object\"}"))
            .build();

    assertThat(Calls.body(request))
        .contains(
            "'generationConfig':{'temperature':0.5,'maxOutputTokens':9,'stopSequences':['x'],"
                + "'candidateCount':2,'responseMimeType':'application/json',"
                + "'thinkingConfig':{'thinkingBudget':1024,'includeThoughts':true}}",
            "'tools':[{'functionDeclarations':[{'name':'f','parametersJsonSchema':{}}]}]",
            "'toolConfig':{'functionCallingConfig':{'mode':'ANY'}}");
  }

  @Test
  void imagesAreInlineOrFetched() {
    var content =
        new Json(
            "[{\"type\":\"text\",\"text\":\"see\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,AA==\"}},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://a/b.gif\"}}]");
    Message message = Message.builder(Role.USER).with("content", content).build();

    assertThat(Calls.body(ChatRequest.builder("m").message(message).build()))
        .contains(
            "{'text':'see'},{'inlineData':{'mimeType':'image/png','data':'AA=='}},"
                + "{'fileData':{'fileUri':'https://a/b.gif','mimeType':'image/gif'}}");
  }

  @Test
  void aResultOfNoCallIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Calls.body(ChatRequest.builder("m").message(Message.tool("c", "r")).build()))
        .withMessageStartingWith("message 1: no call before it has the id 'c'");
  }
}
