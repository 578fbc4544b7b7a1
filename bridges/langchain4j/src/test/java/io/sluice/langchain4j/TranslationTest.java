package io.sluice.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.AudioContent;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.CustomMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.PdfFileContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.chat.ToolCall;
import io.sluice.json.MessageJson;
import io.sluice.json.RequestJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationTest {

  private static final ToolExecutionRequest CALL =
      ToolExecutionRequest.builder().id("call_1").name("clock").arguments("{}").build();

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            SystemMessage.from("Be brief."), "{\"role\":\"system\",\"content\":\"Be brief.\"}"),
        Arguments.of(UserMessage.from("Hello"), "{\"role\":\"user\",\"content\":\"Hello\"}"),
        Arguments.of(
            UserMessage.from("ada", "Hello"),
            "{\"role\":\"user\",\"content\":\"Hello\",\"name\":\"ada\"}"),
        Arguments.of(
            UserMessage.from(
                TextContent.from("See"),
                ImageContent.from("https://example.com/a.png", ImageContent.DetailLevel.HIGH)),
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"See\"},"
                + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.com/a.png\","
                + "\"detail\":\"high\"}}]}"),
        Arguments.of(
            UserMessage.from(ImageContent.from("QUJD", "image/png")),
            "{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":"
                + "{\"url\":\"data:image/png;base64,QUJD\",\"detail\":\"low\"}}]}"),
        Arguments.of(
            UserMessage.from(AudioContent.from("QUJD", "audio/mpeg")),
            "{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\",\"input_audio\":"
                + "{\"data\":\"QUJD\",\"format\":\"mp3\"}}]}"),
        Arguments.of(
            UserMessage.from(PdfFileContent.from("QUJD", "application/pdf")),
            "{\"role\":\"user\",\"content\":[{\"type\":\"file\",\"file\":{\"filename\":"
                + "\"document.pdf\",\"file_data\":\"data:application/pdf;base64,QUJD\"}}]}"),
        Arguments.of(AiMessage.from("Hi"), "{\"role\":\"assistant\",\"content\":\"Hi\"}"),
        Arguments.of(
            AiMessage.builder().text("Hi").thinking("Hm.").build(),
            "{\"role\":\"assistant\",\"content\":\"Hi\"}"),
        Arguments.of(
            AiMessage.from(CALL),
            "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\","
                + "\"function\":{\"name\":\"clock\",\"arguments\":\"{}\"}}]}"),
        Arguments.of(
            ToolExecutionResultMessage.from(CALL, "12:00"),
            "{\"role\":\"tool\",\"content\":\"12:00\",\"tool_call_id\":\"call_1\"}"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void eachMessageIsWrittenAsServersReadIt(ChatMessage message, String json) {
    assertThat(MessageJson.write(MessageTranslation.message(message))).isEqualTo(json);
  }

  @Test
  void whatCannotBeSentIsRefused() {
    assertThatExceptionOfType(UnsupportedFeatureException.class)
        .isThrownBy(() -> MessageTranslation.message(CustomMessage.from(Map.of("a", "b"))));
    assertThatExceptionOfType(UnsupportedFeatureException.class)
        .isThrownBy(
            () ->
                MessageTranslation.message(
                    UserMessage.from(PdfFileContent.from("https://example.com/a.pdf"))))
        .withMessageContaining("base64");
  }

  @Test
  void whatServersWantBackComesBack() {
    Message answer =
        Message.builder(Role.ASSISTANT)
            .content("Hi")
            .reasoning("Hm.")
            .toolCalls(List.of(new ToolCall("c", "clock", "", Map.of("sig", new Json("\"s\"")))))
            .with("reasoning_details", new Json("[{\"signature\":\"x\"}]"))
            .with("served_by", new Json("\"y\""))
            .build();

    AiMessage translated = AnswerTranslation.response(completion(answer)).aiMessage();
    Message back = MessageTranslation.message(translated);

    assertThat(translated.thinking()).isEqualTo("Hm.");
    assertThat(back.other()).containsOnlyKeys("reasoning_details");
    assertThat(back.toolCalls().get(0).other()).containsEntry("sig", new Json("\"s\""));
    assertThat(back.toolCalls().get(0).arguments()).isEqualTo("{}");
  }

  @Test
  void aRefusalIsSeen() {
    Message declined = Message.builder(Role.ASSISTANT).refusal("I won't.").build();

    assertThat(AnswerTranslation.response(completion(declined)).aiMessage().text())
        .isEqualTo("I won't.");
  }

  @Test
  void parametersAreWrittenAsServersReadThem() {
    ChatRequest request =
        ChatRequest.builder()
            .messages(UserMessage.from("Hello"))
            .modelName("m")
            .topK(3)
            .frequencyPenalty(0.5)
            .toolSpecifications(clock().build())
            .toolChoice(ToolChoice.REQUIRED)
            .build();

    assertThat(write(request, SchemaJson.LENIENT))
        .contains("\"top_k\":3", "\"frequency_penalty\":0.5", "\"tool_choice\":\"required\"")
        .contains("\"properties\":{\"zone\":{\"type\":\"string\"}}")
        .doesNotContain("strict");
    assertThat(write(request, SchemaJson.STRICT))
        .contains("\"strict\":true", "\"required\":[\"zone\"]", "\"additionalProperties\":false");
  }

  @Test
  void aToolThatIsStrictSaysSo() {
    ChatRequest request =
        ChatRequest.builder()
            .messages(UserMessage.from("Hello"))
            .modelName("m")
            .toolSpecifications(clock().strict(true).build())
            .build();

    assertThat(write(request, SchemaJson.LENIENT)).contains("\"strict\":true");
  }

  private static ToolSpecification.Builder clock() {
    return ToolSpecification.builder()
        .name("clock")
        .parameters(JsonObjectSchema.builder().addStringProperty("zone").build());
  }

  private static String write(ChatRequest request, SchemaJson schemas) {
    return RequestJson.write(new RequestTranslation(schemas, Map.of()).request(request));
  }

  private static Completion completion(Message message) {
    var choice = new Choice(0, message, Optional.of(FinishReason.STOP), Map.of());
    return Completion.builder().choices(List.of(choice)).build();
  }
}
