#!/bin/sh
# The wheel as an officer gets it: built, installed into an empty environment, run from another folder.
set -eu
python=$1
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$python" -m build --wheel --no-isolation --outdir "$place" . >/dev/null
"$python" -m venv "$place/venv"
"$place/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$place"/apel-*.whl
cd "$place"
./venv/bin/apel --version
./venv/bin/apel --db office.db init --office "PEMERINTAH KOTA CONTOH"
./venv/bin/apel --db office.db --quiet status >/dev/null
./venv/bin/apel demo story >/dev/null
test -s story/rekap.xlsx && test -s story/pengumuman.pdf
echo "wheel: installed and run"
