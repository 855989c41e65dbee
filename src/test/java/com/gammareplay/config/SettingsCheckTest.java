package com.gammareplay.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gammareplay.Application;
import com.gammareplay.access.AccessSettings;
import com.gammareplay.fake.FakeEngine;
import com.gammareplay.jobs.JobSettings;
import com.gammareplay.preparation.PrepareSettings;
import com.gammareplay.recorder.RecorderSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

class SettingsCheckTest {

    private static void check(PropertySource<?> source) {
        var beans = new DefaultListableBeanFactory();
        Stream.of(
                        GammaSettings.class,
                        AccessSettings.class,
                        CacheSettings.class,
                        JobSettings.class,
                        PrepareSettings.class,
                        RecorderSettings.class)
                .forEach(type -> beans.registerBeanDefinition(type.getName(), new RootBeanDefinition(type)));
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(source);
        new SettingsCheck(environment).postProcessBeanFactory(beans);
    }

    /** The words of a variable, an argument or a line of a file, each by its form. */
    private static void check(String setting) {
        var parts = setting.split("=", 2);
        if (setting.startsWith("--")) {
            check(new SimpleCommandLinePropertySource(setting));
        } else if (parts[0].contains(".")) {
            check(new MapPropertySource("a file", Map.of(parts[0], parts[1])));
        } else {
            check(new SystemEnvironmentPropertySource("some", Map.of(parts[0], parts[1])));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --gamma.workrs=3         | --gamma.workrs is no setting, did you mean --gamma.workers?
            --gama.workers=3         | --gama.workers is no setting, did you mean --gamma.workers?
            --gamma.datdir=x         | --gamma.datdir is no setting, did you mean --gamma.data-dir?
            --gamma.webhoks=x        | --gamma.webhoks is no setting.
            GAMMA_WORKRS=3           | GAMMA_WORKRS is no setting, did you mean GAMMA_WORKERS?
            GAMMA_CACHE_SIZ=1GB      | GAMMA_CACHE_SIZ is no setting, did you mean GAMMA_CACHE_SIZE?
            gamma.job-timout=5m      | gamma.job-timout is no setting, did you mean gamma.job-timeout?
            gamma.colour=red         | gamma.colour is no setting.
            GAMMA_WORKERS=abc        | GAMMA_WORKERS must be a whole number from 1 to 256, was abc
            GAMMA_WORKERS=0          | GAMMA_WORKERS must be a whole number from 1 to 256, was 0
            --gamma.workers=0x5      | --gamma.workers must be a whole number from 1 to 256, was 0x5
            --gamma.workers=#5       | --gamma.workers must be a whole number from 1 to 256, was #5
            --gamma.workers=٣   | --gamma.workers must be a whole number from 1 to 256, was ٣
            --gamma.workers=1e1      | --gamma.workers must be a whole number from 1 to 256, was 1e1
            --gamma.workers=1 0      | --gamma.workers must be a whole number from 1 to 256, was 1 0
            --gamma.max-attempts=99999999999999999999 | --gamma.max-attempts must be a whole number from 1 to 2147483647, was 99999999999999999999
            GAMMA_JOB_TIMEOUT=soon   | GAMMA_JOB_TIMEOUT must be a time such as 30s or 10m, was soon
            GAMMA_CACHE_SIZE=-1MB    | GAMMA_CACHE_SIZE must be a size such as 500MB or 10GB, was -1MB
            GAMMA_CACHE_SIZE=+1GB    | GAMMA_CACHE_SIZE must be a size such as 500MB or 10GB, was +1GB
            GAMMA_JOB_TIMEOUT=+5m    | GAMMA_JOB_TIMEOUT must be a time such as 30s or 10m, was +5m
            --gamma.home=            | --gamma.home names no folder.
            --gamma.data-dir=        | --gamma.data-dir names no folder.
            GAMMA_CACHE_SIZE=much    | GAMMA_CACHE_SIZE must be a size such as 500MB or 10GB, was much
            GAMMA_ALLOW_ANONYMOUS=perhaps | GAMMA_ALLOW_ANONYMOUS must be true or false, was perhaps
            gamma.prepare.enabled=da | gamma.prepare.enabled must be true or false, was da
            GAMMA_RECORDER_ENABLED=perhaps | GAMMA_RECORDER_ENABLED must be true or false, was perhaps
            --gamma.recorder.retention-days=0x5 | --gamma.recorder.retention-days must be a whole number from 0 to 2147483647, was 0x5
            """)
    void what_cannot_be_meant_is_refused_by_the_name_that_was_typed(String setting, String message) {
        assertThatThrownBy(() -> check(setting))
                .isInstanceOfSatisfying(
                        StartRefusedException.class,
                        refused -> assertThat(refused.remedy()).contains("docs/operations.md"))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--gamma.workers=3",
                "--gamma.WORKERS= 3 ",
                "--gamma.dataDir=x",
                "GAMMA_DATA_DIR=x",
                "GAMMA_DATADIR=x",
                "GAMMA_WORKERS=",
                "GAMMA_DATA_DIR=",
                "GAMMA_JOB_TIMEOUT=PT5M",
                "GAMMA_ALLOWED_HOSTS_0=x",
                "GAMMA_API_KEYS_0_NAME=x",
                "gamma.api-keys[0].sha256=x",
                "GAMMA_PORT=tcp://10.0.0.1:80",
                "GAMMA_SERVICE_HOST=10.0.0.1",
                "GAMMA_DATA=x",
                "GAMMA_KEY=x",
                "GAMMA_URL=x",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "gama.workers=3"
            })
    void what_is_meant_or_is_nothing_of_ours_is_not(String setting) {
        assertThatCode(() -> check(setting)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.gammareplay.access.AccessSettings",
                "com.gammareplay.api.events.EventSettings",
                "com.gammareplay.config.CacheSettings",
                "com.gammareplay.config.GammaSettings",
                "com.gammareplay.jobs.JobSettings",
                "com.gammareplay.preparation.PrepareSettings",
                "com.gammareplay.recorder.RecorderSettings",
                "com.gammareplay.webhooks.WebhookSettings"
            })
    void what_is_empty_counts_as_not_set(Class<?> type) {
        var prefix = type.getAnnotation(ConfigurationProperties.class).value();
        var empty = Stream.of(type.getRecordComponents())
                .filter(setting -> setting.getType() != List.class) // an empty list is one
                .collect(Collectors.toMap(
                        setting -> prefix + "." + DataObjectPropertyName.toDashedForm(setting.getName()), _ -> ""));

        assertThat((Object) new Binder(new MapConfigurationPropertySource(empty)).bindOrCreate(prefix, type))
                .isEqualTo(new Binder().bindOrCreate(prefix, type));
    }

    @Test
    void a_variable_sets_what_has_its_name_unless_it_is_empty() {
        var variables = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                        "GAMMA_HOME", "home",
                        "GAMMA_DATA_DIR", "data",
                        "GAMMA_MAX_BODY", "",
                        "GAMMA_MAX_QUEUED", "7",
                        "GAMMA_PREPARE_ENABLED", "false"));
        var environment = new StandardEnvironment();
        environment.getPropertySources().replace(variables.getName(), variables);
        var binder = Binder.get(environment);

        var settings = binder.bindOrCreate("gamma", GammaSettings.class);
        assertThat(List.of(settings.home(), settings.recordings())).containsExactly(Path.of("home"), Path.of("data"));
        assertThat(settings.maxBody()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(binder.bindOrCreate("gamma", JobSettings.class).maxQueued()).isEqualTo(7);
        assertThat(binder.bindOrCreate("gamma.prepare", PrepareSettings.class).enabled())
                .isFalse();
    }

    @Test
    void each_element_of_a_list_is_looked_at(@TempDir Path temporary) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class, FakeEngine.class)
                        .run("--server.port=0", "--gamma.home=" + temporary, "--gamma.webhooks.retries=5s, x"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("--gamma.webhooks.retries must be a time such as 30s or 10m, was x");
    }

    @Test
    void a_start_with_a_setting_that_is_none_touches_nothing(@TempDir Path temporary) {
        var home = temporary.resolve("home");

        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class, FakeEngine.class)
                        .run("--server.port=0", "--gamma.home=" + home, "--gamma.webhooks.secrte=x"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage("--gamma.webhooks.secrte is no setting, did you mean --gamma.webhooks.secret?");
        assertThat(home).doesNotExist();
    }
}
