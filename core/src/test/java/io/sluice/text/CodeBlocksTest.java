package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeBlocksTest {
  private static final String MIXED =
      """
      Two ways, with `inline` and ```three ticks``` in a line.

      ```python title="a.py"
      print("```")
        ```not the end
      ``
      ```\t\s
      1. In a list:

         ~~~~ sh `x`
         echo ~~~
           echo indented
         ~~~
         ~~~~~
      - - ```js
          let deep;
          ```

      text

          ```
      > ```
      ````
      ```
      ````\r
      ```rust
      fn main() {}\r
      """;

  @Test
  void blocksAreFoundWithTheirInfo() {
    assertThat(found(MIXED))
        .containsExactly(
            "python title=\"a.py\"|print(\"```\")\n  ```not the end\n``\n",
            "sh `x`|echo ~~~\n  echo indented\n~~~\n",
            "js|let deep;\n",
            "|```\n",
            "rust|fn main() {}\r\n");
  }

  @Test
  void everySplitOfTheTextGivesTheSameBlocks() {
    List<String> whole = found(MIXED);
    for (int i = 0; i <= MIXED.length(); i++) {
      for (int j = i; j <= MIXED.length(); j++) {
        assertThat(found(MIXED.substring(0, i), MIXED.substring(i, j), MIXED.substring(j)))
            .as("cut at %d and %d", i, j)
            .isEqualTo(whole);
      }
    }
    assertThat(found(MIXED.split(""))).isEqualTo(whole);
  }

  @Test
  void everySplitOfTextMadeOfTheCharactersOfFencesGivesTheSameBlocks() {
    var random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      var text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(
            List.of("`", "```", "~~~", " ", "   ", "\t", "\n", "\r\n", "a", "- ", "1. ")
                .get(random.nextInt(11)));
      }
      String whole = text.toString();
      int cut = random.nextInt(whole.length() + 1);

      assertThat(found(whole.substring(0, cut), whole.substring(cut))).isEqualTo(found(whole));
      assertThat(found(whole.split(""))).isEqualTo(found(whole));
    }
  }

  @Test
  void aLongerFenceHoldsAShorterOne() {
    assertThat(found("`````\n```\nx\n```\n`````")).containsExactly("|```\nx\n```\n");
    assertThat(found("~~~\n```\n~~~~ \nafter")).containsExactly("|```\n");
  }

  @Test
  void theIndentationOfTheFenceIsTakenFromEachLine() {
    assertThat(found("   ```\n      a\n  b\nc\n\td\n   ```")).containsExactly("|   a\nb\nc\n d\n");
    assertThat(found("    ```\n    a\n    ```")).isEmpty();
    assertThat(found("```\na\n    ```\n   ```\nb")).containsExactly("|a\n    ```\n");
  }

  @Test
  void aFenceInAListItemMayStandDeeper() {
    assertThat(found("- a\n  - b\n\n    ```\n    x\n    ```\nc\n\n    ```\n    y\n    ```\n"))
        .containsExactly("|x\n");
    assertThat(found("10. a\n\n    ```\n    x\n    ```\n")).containsExactly("|x\n");
  }

  @Test
  void backticksBehindBackticksMakeNoBlock() {
    assertThat(found("```a```\n")).isEmpty();
    assertThat(found("``` a ` b\n")).isEmpty();
    assertThat(found("```" + "a".repeat(5000) + "`\nx\n")).isEmpty();
    assertThat(found("~~~ a ` b\nx\n~~~\n")).containsExactly("a ` b|x\n");
  }

  @Test
  void anOpenBlockEndsWithTheText() {
    assertThat(found("```\nx")).containsExactly("|x");
    assertThat(found("```\nx\n``")).containsExactly("|x\n``");
    assertThat(found("```\nx\n```")).containsExactly("|x\n");
    assertThat(found("text\n```sh")).containsExactly("sh|");
    assertThat(found("```\n```\n")).containsExactly("|");
  }

  @Test
  void contentIsHandedOutBeforeItsLineEnds() {
    List<String> parts = new ArrayList<>();
    var blocks = new CodeBlocks(new Noted(parts));
    blocks.add("```\nabc");
    assertThat(parts).containsExactly("|", "abc");
  }

  @Test
  void noMoreThanABoundIsHeldBack() {
    List<String> parts = new ArrayList<>();
    var blocks = new CodeBlocks(new Noted(parts));
    blocks.add("```\n" + "`".repeat(5000));
    assertThat(String.join("", parts)).hasSize(5001);
  }

  private static List<String> found(String... parts) {
    List<String> blocks = new ArrayList<>();
    var reader =
        new CodeBlocks(
            new CodeBlocks.BlockReceiver() {
              @Override
              public void opened(String info) {
                blocks.add(info + "|");
              }

              @Override
              public void code(String part) {
                blocks.set(blocks.size() - 1, blocks.get(blocks.size() - 1) + part);
              }

              @Override
              public void closed() {
                assertThat(blocks).isNotEmpty();
              }
            });
    for (String part : parts) {
      reader.add(part);
    }
    reader.end();
    return blocks;
  }

  /** Notes each call. */
  private record Noted(List<String> parts) implements CodeBlocks.BlockReceiver {
    @Override
    public void opened(String info) {
      parts.add(info + "|");
    }

    @Override
    public void code(String part) {
      parts.add(part);
    }

    @Override
    public void closed() {
      parts.add("end");
    }
  }
}
