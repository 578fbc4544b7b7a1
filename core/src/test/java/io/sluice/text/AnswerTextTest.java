package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.Choice;
import io.sluice.chat.Completion;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

  private static final String CODE = "Look:\n```js\nrun();\n```\n";

  @Test
  void choiceZeroIsPrintedAsItArrivesAndTheOthersBehindHeadings() throws IOException {
    AnswerText text = AnswerText.whole();

    assertThat(text.add("Hel") + text.add("lo")).isEqualTo("Hello");
    assertThat(rest(text, said("Hello"), said("Good day\n"), said("Hi")))
        .isEqualTo("--- choice 1 ---\nGood day\n--- choice 2 ---\nHi");
  }

  @Test
  void aRefusalStandsWhereThereIsNoText() throws IOException {
    assertThat(rest(AnswerText.whole(), refused("No."), refused("Nor here.")))
        .isEqualTo("No.\n--- choice 1 ---\nNor here.");
  }

  @Test
  void aSelectionTakesACodeBlockOfEachChoice() throws IOException {
    AnswerText text = AnswerText.of(CodeSelection.numbered(1));

    assertThat(text.add(CODE)).isEqualTo("run();\n");
    assertThat(rest(text, said(CODE), said(CODE))).isEqualTo("--- choice 1 ---\nrun();\n");
  }

  @Test
  void aChoiceWithoutTheSelectedBlockIsPrintedWhole() throws IOException {
    AnswerText text = AnswerText.of(CodeSelection.numbered(2));

    assertThat(text.add(CODE)).isEmpty();
    assertThat(rest(text, said(CODE), said("None"))).isEqualTo(CODE + "--- choice 1 ---\nNone");
  }

  @Test
  void textsAreShownInTheFormThatIsAskedForAndHeadingsAsTheyAre() throws IOException {
    AnswerText text = AnswerText.whole();

    assertThat(rest(text, words -> words.toUpperCase(Locale.ROOT), said(""), said("hi")))
        .isEqualTo("--- choice 1 ---\nHI");
  }

  private static String rest(AnswerText text, Message... choices) throws IOException {
    return rest(text, UnaryOperator.identity(), choices);
  }

  private static String rest(AnswerText text, UnaryOperator<String> shown, Message... choices)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = TextOutput.to(bytes);
    List<Choice> all = new ArrayList<>();
    for (Message said : choices) {
      all.add(new Choice(all.size(), said, Optional.empty(), Map.of()));
    }
    text.writeRest(Completion.builder().choices(all).build(), out, shown);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Message said(String content) {
    return Message.builder(Role.ASSISTANT).content(content).build();
  }

  private static Message refused(String why) {
    return Message.builder(Role.ASSISTANT).refusal(why).build();
  }
}
