package mycelial;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * There is no code path to a real order: one class names the call, and it can only have orders
 * checked.
 */
@NullMarked
final class PaperOnlyTest {
  private static List<String> classesWithText(String text) throws IOException, URISyntaxException {
    List<String> found = new ArrayList<>();
    for (Path file : Program.classFiles()) {
      // A text in a class file is its bytes: Latin-1 keeps each of them as one character.
      if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
        found.add(String.valueOf(file.getFileName()));
      }
    }
    return found;
  }

  @Test
  void onlyTheValidatorNamesTheExchangesOrderCall() throws IOException, URISyntaxException {
    assertThat(classesWithText("trade-confirmations")).as("the search finds texts").isNotEmpty();
    assertThat(classesWithText("AddOrder")).containsExactly("KrakenOrderValidator.class");
    assertThat(classesWithText("EditOrder")).isEmpty();
  }

  @Test
  void noTypeOfTheProgramOrOfWhatItUsesIsATradeService() {
    assertThat(
            Program.CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .flatMap(known -> List.of(known.getOriginClass(), known.getTargetClass()).stream())
                .map(JavaClass::getName)
                .filter(name -> name.endsWith("TradeService")))
        .isEmpty();
  }
}
