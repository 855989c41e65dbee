package com.gammareplay.api.conventions;

import java.beans.PropertyEditorSupport;
import java.util.regex.Pattern;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Takes whole numbers of queries as JSON writes them. Spring would also take 0x5, #5, +5, 05 and the digits of other
 * scripts, and falls back to that if a converter refuses them, but not if an editor does.
 */
@ControllerAdvice
class WholeNumbers {

    private static final Pattern FORM = Pattern.compile("0|-?[1-9][0-9]{0,9}");

    @InitBinder
    void register(WebDataBinder binder) {
        binder.registerCustomEditor(int.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("must be a whole number");
            }
            setValue(Integer.valueOf(text));
        }
    }
}
